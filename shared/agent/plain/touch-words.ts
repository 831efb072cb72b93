/** Words around requests for a touch of the look. */
export const BIT =
  "[a bit|a little|a little bit|a tiny bit|slightly|somewhat|a touch|a tad|even|still|some|just a bit|just a little|much|a lot|way|far|more]";
export const FAR =
  "[a bit|a little|a little bit|much|way|far|so|really|very|just|still|slightly|rather|quite|pretty|kind of]";
export const GIVE =
  "[make|use|give me|give it|i want|i need|i'd like|i would like|have|can i have|could i have|can i get|can we have|may i have|set|try|go for|show|get me|put in|add|apply]";
export const TO_BE = "(should|must|could|needs to|need to|has to|have to|ought to|shall) be";
export const LOOKS = "(is|are|looks|look|seems|seem|feels|feel|appears|comes out)";
export const OFF =
  "(remove|delete|hide|clear|drop|take out|take off|take away|get rid of|leave out|turn off|switch off|disable|stop|kill|cut|lose|no|no more|without|i don't want|i do not want|i don't like|i do not like|i hate|i dislike|don't use|don't show|i don't need)";
