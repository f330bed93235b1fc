/** English forms that no ending explains, each line "base forms…"; both are known by the base. */
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
