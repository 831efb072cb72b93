/** Made to be misread: each has the words of a request that is understood, and asks for something else. */
export const MISREAD_FIRST: readonly string[] = `
I like the dark blue of the header
my phone broke, so I need a new one
hide and seek is my hobby
remove the shadow from my photo
make the projects section blue
put a border around the skills
don't remove references
do not hide my email
please don't change the colours
never delete my jobs
I don't want to hide references
I don't want you to remove Acme
why did you remove Acme?
did you hide my email?
should I hide my references?
should references be hidden?
what happens if I remove Acme?
would it look better in teal?
is teal a good colour for an engineer?
can you explain why Acme comes first
remove all the dates
remove every job except Acme
hide the email icon
make the email bigger
my email is wrong
my phone number is private
change the second job
move Acme to projects
turn Acme into a project
add a photo of Acme
add Acme's logo
remove the line under my name
remove the space above projects
put my photo above my name
put the photo first
my name last
show my name at the bottom
add more about Acme
add a joke
add some colour to the headings
the skills should be more colourful
make skills shorter
rename the file to cv.pdf
rename my site to Mara
save the photo
download the photo
the first job is the best
I left
I left the building
I left a comment
I started a new job
I moved
I moved the photo
I'm based on facts
I work hard
I speak fast
I speak at conferences
I know what I want
I can use help
I use this a lot
I won
I won it in 2020
I got a job
I was a student
I was promoted
I was promoted in May
I was promoted last year to a better desk
I have a degree
I have a dog
my degree is useless
my dog is called Acme
my boss at Acme is great
Acme was great
Acme was in trouble
Acme was a nightmare
Acme is dead
Acme is older than Tidewatch
Lamp is in Rust
Lamp is on hold
Lamp is finished
Lamp was in 2020
Tidewatch is next to Acme
swap the photo and the name
swap colours
switch off the computer
Acme first, then nothing
first Acme
English only
Swedish only
Swedish please
only Swedish
everything in Swedish
no
no no no
yes
ok
stop
cancel my subscription
delete my site
delete everything
remove my data
start over
start again
new
next
more
less
bigger
up
down
first
last
top
projects
skills
my skills
Acme
email
phone
red or blue
red vs blue
dark or light
teal or cobalt?
not teal
anything but teal
less teal
a bit of teal in the headings
teal headings
teal for the links
use teal sparingly
teal background
a teal sidebar
colour the skills teal
dark header
light footer
serif headings and sans body
make only the headings serif
hide references on mobile
hide references when printing
hide my phone in print only
show my email only to recruiters
hide my email from bots
hide my email until 2027
remove Acme in January
remove Acme from the first line
remove Acme's dates if they are old
if possible make it teal unless it is ugly
make it teal on Mondays
make it teal tomorrow
add Rust to Acme's bullet
add Rust to the summary
mention Rust in the summary
mention in the summary that I sail
list my jobs in the summary
put my email under my name
put my email first
put my phone number above my email
put education and skills side by side
put skills next to education
put skills left of education
place projects in two columns
show projects as a grid with pictures
move everything up
move it up
move that down
put it first
remove it
remove that
remove this section
hide this
hide that one
rename it to Foo
call it Foo
change it to Foo
make it Foo
replace it
replace Acme
replace Acme with something better
replace my photo with a cat
replace my summary with something shorter
change my headline
change my headline to something catchy
change my headline to match my job
update my headline to reflect my new role
change my summary to say that I sail
my summary should mention sailing
my headline should be shorter
my headline should be in the middle
the title should be bold
the name should be Mara in bold
my name should be centered
set my name in Garamond
use Garamond for my name
use Garamond for the headings only
use a bigger Garamond
swap the first and the last letter of my name
put Acme in bold first
make Acme the first thing in my summary
my first thing every morning is coffee
put the best skill first
the first skill should be bold
move the top margin down
move the page to the bottom
put a line at the bottom
the summary goes at the end of every page
put a footer at the bottom
a photo at the top
put a button before projects
put a quote above projects
text above the photo
put more space above projects
after Acme I went to Globex
before Acme I worked at Globex
after work I like to sail
below the photo I want my motto
under Acme I want more detail
under Acme write more
in skills write something about sailing
in the summary add that I like tea
to the summary add my age
my skills should include more detail
my skills need to have icons
my projects should have pictures
my projects should include screenshots
the work section should include logos
the education section must mention the university's ranking
tea is missing from the page
the photo is missing from my projects
you forgot my photo
you forgot something
don't forget to breathe
don't forget the milk
something should be in my skills
it belongs in my skills
everything belongs under work
use Toolbox instead of Skills in the menu only
use a timeline instead of a list
use icons instead of words
use bars instead of a list for projects
use my initials instead of my name
say hello instead of goodbye
rename Acme to something else
rename Acme to its full name
rename Acme to the English name
rename the second job to Intern
call me a cab
call Acme and ask
the job at Globex can go
the job market is bad
the second job is wrong
delete the third job
remove the first two bullets at Acme
remove the first sentence of my summary
remove the second sentence of the summary
remove the comma in my name
remove the last word of my headline
remove Mara
remove Uppsala
remove University
remove the university
remove the internship line
remove the intern from the photo
remove the link from the header
remove the dates from the header
remove the description of my life
hide Acme on phones
hide Acme from my boss
hide projects that have no picture
hide projects older than 2020
hide skills I rarely use
show skills I use most first
show projects with pictures first
show the newest project only
sort skills by level
sort projects by importance
sort my life out
sort the sections alphabetically
order a pizza
order projects by client
forget about Acme
use English instead of Swedish
publication: coming soon
interests: various
languages: many
skills: see below
remove Acme, not Tidewatch
cut Acme short
Acme ended badly
`
  .trim()
  .split("\n");
