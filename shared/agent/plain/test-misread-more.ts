/** Made to be misread, the rest: each has the words of a request that is understood, and asks for something else. */
export const MISREAD_SECOND: readonly string[] = `
make skills a cloud
skills as a cloud
skills as icons
show my skills as a diagram with bars
experience as timeline
make the hero darker
a darker hero
open with a joke
change the hero image
I am a bit tired
I am a lead engineer at heart
I'm the first engineer at Acme
I'm the only woman at Acme
I am happy at Acme
I'm bored at Acme
I am no longer an engineer
I'm not an engineer anymore
I was born in Uppsala
I was in Uppsala for a year
I'm from the north
I'm in between jobs
I am in love
I work from home
I work from Monday to Friday
we live in hard times
I used to live in Porto
I will move to Porto next year
I may move to Porto
I want to move to Porto
I'd love to live in Porto
I lived in Porto for years
I left Acme for Globex in May
I left Acme in a hurry
I left Acme on good terms
Acme left me in May
I started Acme in 2019 with two friends
I started sailing in 2019
I joined a band in 2019
I joined the army in 2019
I quit smoking in May
I got the job in May
I got the idea in 2019
I got an award
I got my dog in 2019
I passed the salt
I hold a grudge
I did nothing in 2022
I completed the form
I received your email
I received an e-mail from Acme
I published my site
I published the site yesterday
my degree was hard
my degree is in the wrong place
my degree is from Uppsala
my university was great
my university is closed
my level of stress is high
my level of Swedish is embarrassing
Swedish is hard
Swedish is my favourite
Swedish is fluent in my dreams
I'm good at Swedish
I'm good at it
I'm fluent in sarcasm
I'm a native of Uppsala
I'm a native speaker
replace Acme with Globex
replace Lamp by a photo
replace Sailing with a picture
replace Sailing with nothing
replace all skills with Rust
swap Acme for something nicer
Acme is from Stockholm
Grace is from Stockholm
Lamp is from 2020
Lamp is from Acme
Acme was renamed
Acme changed its name
Acme promoted me
Acme promoted me twice
Acme made me happy
they made me do it
my company made me redundant
Grace is now retired
Grace is now head of Acme
Acme is now hiring
Lamp is now Lamp
is this public knowledge
is it free of errors
is my data correct
is my cv good enough
is everything ok
is my site good
can anyone help me
can people see that I am tired
how much experience do I have
how do I become a designer
how do I say this in French
where do I live
where is Acme
what is my phone number
what is Acme
who is Grace
who made this
why teal
when did I leave Acme
which job is first
what does my summary say
what should my headline be
what should I remove
what do you think of teal
which template is best
which colour is best
do you like teal
use 24 point text
use 12345 as my pin
use acme.com as the font
use mara@example.org in the footer
put mara@example.org in bold
email is broken
email should be bigger
email should be clickable
phone should be first
website is down
my site is slow
my site is ugly
my page is too long
my website should be a button
my address is wrong
my address is secret
my address is on the letter
my home is my castle
my home is Porto's best house
location should be below my name
city should be bold
put Porto as the background
Acme is old, make it small
Acme is a client, not a job
Acme is important, show it first
Acme is wrong, delete the dates
Projects are outdated, update them
my skills are outdated, delete the old ones
my summary is bad, remove it and write a better one
the photo is bad, replace it
add that I am happy
say that I moved
mention that I speak
add that my name is wrong
add that Acme was fun
put down that I worked hard
I now work more
I also work out
my name's the problem
my title's too long
my phone's broken
everything's fine
I'm on GitHub as much as I can
I'm on LinkedIn at night
find me on X at noon
Tidewatch should be 2 lines
Tidewatch should read better
Acme should be from the left
change Acme to "the best company"
change everything to "x"
change "Shipped it" to bold
replace "Shipped it" with a picture
remove "Shipped"
remove the line about machines
remove the bullet about it
Lamp's link is broken
Lamp's link is missing
the description of Lamp should be shorter
the description of Lamp is wrong
the reference from Grace is nice
the summary of Acme is too long
remove Grace as my manager
remove Acme as the first entry
role: none
job: find one
position: fixed
position: absolute
new role for the header
Rust is a skill I have not
cooking is a skill of mine that pays
show everything but smaller
show everything except what is old
show all but two jobs
show hidden files
bring everything back to 2020
return to the last page
back to the last job
go back to Acme
go back to school
go back to the start
move skills nearer to the text
put skills nearer the photo
it should be blue and red
the page should be in English
make everything a bit more serious in tone
make everything bolder
make the text bolder
the font should be bold
the font should look handwritten
use a font with character
use a font with small caps
font size 12
font weight bold
font colour blue
template colours please
layout in two columns
layout: two columns
a black background for the header
dark background for skills
a light font
a light blue background
compact skills
compact header
tight header
smaller margins on the left
more distance between name and photo
more space for the photo
wider gaps between letters
less space above the name
squeeze the photo
undo the header
undo twice a day
go back two pages
revert Acme
revert the colours
restore Acme
restore the photo
restore my deleted job
surname: is wrong
surname first
first name: last
last name first
my last name is first
my first name is hard to spell
set my first name in capitals
change my first name to bold
correct the surname
call the job Acme
call my project Lamp a lamp
name the section below skills
make "Engineer" my headline bold
have my name in "Garamond"
new job for my friend
new job at the bank, hooray
new job, new me
new job soon
add a job at the top
add a job below Acme
add a project with three pictures
add a language switch
add a language menu
add a skill bar
add a skill chart
add a reference number
add an award icon
add a certificate picture
add a school logo
add an entry for everything
add another column
insert a line
insert a page break
put in a map
list my clients
list everything
write me a poem
write a letter
get a new design done
get me a coffee
have a look
have a nice day
let it be
let's go
let me think
see you
keep it simple
keep it up
keep Acme
keep Acme first thing in mind
`
  .trim()
  .split("\n");
