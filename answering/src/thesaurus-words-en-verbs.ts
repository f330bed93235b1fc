/**
 * Verbs, small words, states, feelings and time in English, whatever is sold: words that customers use for one another,
 * as in thesaurus-words.ts. Forms that stem() joins stand once.
 */
export const verbsEn = `
how way method means manner approach
mandatory compulsory obligatory obliged required
dosage dose amount
part portion piece
how steps instructions guide tutorial manual guidance walkthrough procedure process
why reason cause explanation purpose
explain explanation clarify clarification describe description
meaning definition define stand
when date day time schedule
when deadline until latest cutoff
where place spot area location whereabouts
who person someone somebody whom anyone anybody
which best suitable recommend
difference differ different distinguish versus vs compare comparison
much cost price amount
many number quantity count total
duration length last period
soon quickly fast early earliest
often frequency frequently regularly
can possible able capable capability
possible possibility feasible option
allow permit permission let accept allowance
forbid prohibit ban disallow illegal
need necessary essential requirement
prerequisite requirement condition criteria
should recommend advise suggest better
recommend recommendation suggest suggestion advice advise tip
suggestion idea feedback proposal opinion
optional voluntary
want wish desire hope
intend intention plan
something anything thing stuff
everything all entire whole every full complete
each per every individual
several multiple various
multiple many more than
single one only individual
two pair double couple both twice
three triple
half fifty
first initial initially beginning
last final previous
previous past prior former
next following upcoming coming
other another different else alternative
additional extra another further more
almost nearly about
approximately approx roughly around estimate about
less fewer lower
enough sufficient adequate
only just solely
exact exactly precise precisely
accurate accuracy correct precise
correct right proper valid
incorrect wrong inaccurate false invalid
mistake error accident accidentally mistakenly inadvertently unintentionally wrongly
purpose deliberately intentional
again another repeat repeatedly
constantly always continuously keeps continually
sometimes occasionally intermittent intermittently random randomly
now currently present presently
immediately instantly instant straightaway asap now
today tonight
yesterday ago
recently lately newly recent
already before
still yet
before prior beforehand ahead earlier
previously formerly before
early earlier advance beforehand
after afterwards later once following
during while
until till
within inside
temporarily temporary briefly interim
permanent permanently forever indefinitely lifetime
lifetime lifespan
overnight night evening
noon midday
hour hourly
minute min
second sec
fortnight biweekly fortnightly
weekend saturday sunday
weekday workday
timetable schedule calendar
calendar diary planner
appointment booking slot
frequency interval
regularly periodically routine
instead replace rather
without lacking excluding
include contain comprise consist
included come contain
exclude exclusion except exception
exception special exempt exemption waive
nearby near close nearest around vicinity closest
distance far away
inside interior indoor
outside outdoor external exterior
front forward
rear back behind
top upper above
bottom lower base below
identical same equal equivalent
similar alike comparable equivalent
new brand
newest latest recent
outdated old obsolete
big large huge bigger larger
small little tiny mini compact
tall high height
wide width broad
thick thickness
thin slim slender
heavy weight weigh heaviness
lightweight light
depth deep
dimension size measurement
measure measurement gauge
difficult hard tough complicated complex
easy simple straightforward effortless easily
convenient handy convenience
quick fast rapid swift speedy quickly
slow slowly sluggish
sturdy strong robust durable tough
durable durability sturdy
weak flimsy
soft gentle
noisy loud noise
quiet silent silently noiseless
hot warm heat
cold cool chilly
wet damp moist soaked
clean wash wipe rinse
dirty stained filthy soiled
stain mark spot
smell odour stink scent smelly
taste flavour
bad poor terrible awful horrible
spoil rotten expired mouldy
good great excellent nice fine
best finest ideal optimal
improve better improvement enhance
quality standard grade
suitable appropriate suit fit right
urgent urgently emergency critical
important essential crucial vital
serious severe
minor small slight
harmful dangerous unsafe toxic hazardous
danger risk risky hazard
certain sure certainly definite definitely
promise guarantee commit
genuine authentic original legit authenticity real
fake counterfeit knockoff replica imitation
trustworthy legit reliable reputable trust
reliable reliability dependable trust
natural organic
popular bestselling trending famous
usual common typical normal ordinary
usually normally typically generally
specific particular certain
unable impossible
problem difficulty trouble issue struggle
problem issue fault bug trouble glitch
concern worry
afraid scared nervous worried
angry annoyed furious upset mad
unhappy disappointed dissatisfied upset frustrated
complain complaint grievance dissatisfaction
complaint escalate ombudsman
rude impolite unprofessional unfriendly attitude
happy satisfied glad
love like enjoy
prefer preference favourite
confused unclear puzzled
know understand aware
know find tell learn
inform notify tell advise
teach instruct train
display show appear visible
demonstrate demo show
view see look watch check
look appearance appear
find locate search look
find discover
check verify inspect examine
review rating feedback comment testimonial
evaluate assess assessment evaluation
opinion view think
survey questionnaire poll
test try trial
ask enquire inquire request
question query enquiry inquiry
answer reply respond response
application apply applicant
apply submit request
submit submission send upload
form application questionnaire
fill complete
finish complete done finalise
end finish stop expire
start begin commence
launch start open
release launch publish
stop quit cease halt
prevent avoid stop
continue proceed resume
keep retain store
stay remain keep
leave depart exit
visit come go
enter entry access admission
enter input type key
unlock open
switch change move
toggle switch
change modify amend adjust alter
convert transform conversion
relocate move relocation
bring carry take
remove take
obtain get acquire receive
earn gain
provide give supply offer
forward redirect divert
put place lay
create make generate produce
build construct assemble
assemble assembly build install
install installation installer fit
add include attach insert
attach attachment fix
connect connection join plug link hook
disconnect unplug
combine join merge
separate apart split separately individually
divide split share
mix blend combine
use utilise usage
use operate work
useful helpful
operate operation run
function work operate
perform performance
help assist assistance aid support
compatible support compatibility accept
incompatible unsupported
maintenance maintain upkeep care service
manage handle control
organise arrange sort
sort filter order
save store keep
storage store preserve
mislay misplace lose
hide conceal invisible
protect cover shield
fix resolve solve repair
solution resolve fix resolution
troubleshoot fix diagnose
diagnose diagnosis
ruin destroy wreck damage
scorch burn
fall drop
hit bump knock
bend warp
rip tear
chip crack
dent bump
leak leakage drip
spill leak
rust rusty corrosion corrode
fade discolour discolouration
shrink shrinkage smaller
stretch loosen
loose baggy wobbly
tight snug
jam stuck
clog block blockage
rot mould mildew
explode explosion burst
smoke burning
press push click tap
pull drag
shake vibrate vibration wobble
spin rotate turn
lift raise
mount hang
touch feel
hear listen sound
speak talk chat
chat message talk
call phone ring dial
contact reach touch
write letter
print printer printout
label tag
calculate calculation compute work
count number tally
rise increase grow
extend extension prolong lengthen
delay postpone defer
wait queue line
rush hurry
choose decide pick select
decision decide outcome
agree accept consent
agreement contract terms
ignore skip
bypass skip avoid
restriction limit limitation restrict
rule policy regulation guideline
terms condition clause
responsible responsibility liable liability
blame fault responsible
happen occur
affect effect impact influence
result outcome
benefit advantage perk privilege
disadvantage drawback downside con
feature function
specification spec detail
detail information info particulars
example sample
kind type sort
category class
version edition
model version type
range selection variety choice
catalogue brochure list
primary main default
default standard preset
basic standard simple
advanced premium pro
situation circumstance case
ability able capable
agent representative rep advisor adviser operator
human person agent representative live
apologise apology sorry
approve approval
behaviour conduct
blank empty
blurry blur fuzzy unclear
bright brightness glare
busy engaged occupied
capacity volume
careful caution precaution
comfortable comfy comfort cosy
consult consultation advice
correction amendment
disappear vanish gone missing
expert specialist professional
flexible flexibility
company firm business corporate
helpline hotline phone
injure injury hurt harm
investigate investigation
dispose disposal throw bin discard
success succeed successful successfully
sudden suddenly unexpected
total sum overall
unlimited infinite limitless
tired exhausted
stable stability steady
spare extra replacement
worth value
violate violation breach
warn alert
permit licence
prepare ready preparation
reside live residence
rare uncommon unusual
intact undamaged
gather collect
lodge file submit
handle deal cope
own possess
track find
unhelpful useless
`;
