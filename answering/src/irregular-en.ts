/** English forms, short forms and spellings that no ending explains, each line "base forms…"; all are known by the base. */
const forms = `
use used using
go goes going went gone
buy bought
send sent
lose lost
pay paid
forget forgot forgotten
break broke broken
steal stole stolen
take took taken
give gave given
get got gotten getting
make made
find found
keep kept
sell sold
tell told
say said
see saw seen
come came
choose chose chosen
write wrote written
speak spoke spoken
drive drove driven
fly flew flown
eat ate eaten
drink drank drunk
wear wore worn
tear tore torn
bend bent
burn burnt
spill spilt
smell smelt
learn learnt
spell spelt
spend spent
lend lent
mean meant
meet met
feel felt
fall fell fallen
freeze froze frozen
grow grew grown
hide hid hidden
hold held
know knew known
run ran
shake shook shaken
shrink shrank shrunk
sleep slept
sweep swept
teach taught
think thought
throw threw thrown
understand understood
undo undid undone
redo redid redone
withdraw withdrew withdrawn
win won
begin began begun
bring brought
build built
catch caught
deal dealt
feed fed
hear heard
hang hung
overpay overpaid
show showed shown
sink sank sunk
stand stood
swim swam
become became
ring rang
mistake mistook mistaken
overtake overtook overtaken
child children
man men
woman women
foot feet
tooth teeth
mouse mice
knife knives
shelf shelves
half halves
scarf scarves
wife wives
thief thieves
loaf loaves
lens lenses
person persons people
evening evenings
earring earrings
want wanna
go gonna
you u ya
your ur
please pls plz
thanks thx
tomorrow tmrw
message msg msgs
account acct accts
quantity qty
password pwd pwds
favorite favorites favourite favourites
center centers centre centres
meter meters metre metres
liter liters litre litres
kilometer kilometers kilometre kilometres
theater theaters theatre theatres
fiber fibers fibre fibres
license licenses licensed licence licences
gray grey
tire tires tyre tyres
jewelry jewellery
aluminum aluminium
catalog catalogs catalogue catalogues
program programs programme programmes
mold molds moldy mould moulds mouldy
pajamas pyjamas
installment installments instalment instalments
fulfillment fulfilment
enrollment enrolment
donut donuts doughnut doughnuts
yogurt yogurts yoghurt yoghurts
mom moms mum mums
wool woolen woollen
diarrhea diarrhoea
celiac coeliac
analyze analyzed analyzing analyse analysed analysing
dispatch dispatched dispatches dispatching despatch despatched despatches despatching
neighbor neighbors neighbour neighbours
airplane airplanes aeroplane aeroplanes
cozy cosy
ageing aging
cancellation cancelation
pediatric paediatric
maneuver manoeuvre
`;

export const irregularForms = new Map<string, string>(
  forms
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [base = "", ...others] = line.split(" ");
      return [base, ...others].map((form): [string, string] => [form, base]);
    }),
);
