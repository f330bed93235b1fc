/**
 * Housing, health, family, schooling, papers, games and media in English: words that customers use for one another, as in
 * thesaurus-words.ts. Forms that stem() joins stand once.
 */
export const lifeEn = `
house home property residence dwelling
flat apartment condo unit
landlord owner lessor
tenant renter lessee occupant
rent lease tenancy rental
sublet sublease
deposit bond
lease contract agreement
evict eviction notice
roommate flatmate housemate
estate agent realtor broker
buyer purchaser
utility electricity gas water
outage blackout powercut
heating radiator boiler
pipe drain
drain clogged blocked
toilet bathroom restroom loo lavatory washroom
bathroom shower bath
tap faucet
sink basin
handyman repairman maintenance
repairman technician engineer
roof ceiling
wall partition
window glass pane
lock key
key fob keycard
doorbell bell intercom
alarm security
camera cctv surveillance
mould damp mildew
pest insect bug cockroach
rodent mouse rat
renovate renovation remodel refurbish
stairs staircase steps
bin rubbish garbage trash waste
cleaner cleaning maid
move removal relocate
council municipality
health medical wellbeing
doctor gp physician
doctor specialist consultant
hospital clinic surgery
nurse carer
dentist dental tooth
pharmacy chemist drugstore
pharmacist chemist
medicine medication drug medicament
pill tablet capsule
prescription script
dose dosage
symptom sign
illness disease sickness condition
ill sick unwell poorly
pain ache hurt sore
headache migraine
flu influenza
nausea vomit
infection infected
wound injury cut
swelling swollen
rash eczema
test result
scan xray mri
bloodtest test
treatment therapy cure
therapy therapist counselling
vaccine vaccination jab immunisation
pregnancy pregnant expecting maternity
breastfeed breastfeeding nursing
referral refer
emergency ambulance
vitamin supplement
exercise workout training fitness
trainer coach instructor
mental psychological
insomnia sleep
disability disabled handicap
elderly senior old
carer caregiver care
family household relative
wife husband spouse partner
girlfriend boyfriend partner
mother mum
father dad
parent guardian
grandparent grandma grandpa
sibling brother sister
divorce separate separation
dog puppy
cat kitten
vet veterinarian
leash lead
neuter spay sterilise
microchip chip
adopt adoption
school college university
university college campus
course class programme
course module unit
class lesson lecture session
recording replay
webinar seminar workshop
teacher tutor instructor lecturer professor
student learner pupil
enrol enrolment admission
admission apply entry
scholarship grant bursary
grant funding
homework assignment coursework
assignment task
exam test examination quiz
resit retake
grade mark score result
certificate certification diploma
diploma degree qualification
accredited accreditation recognised
syllabus curriculum content
material resource
beginner novice starter newbie
attendance attend absent
dropout withdraw
semester term
graduate graduation
internship placement
job career employment vacancy position
cv resume
employer company
resign resignation quit
shift rota
document paper paperwork
notary notarise
apostille legalisation legalise
stamp seal
citizen citizenship nationality
citizen national
residence residency
register registry
government authority official
tax taxation
taxreturn tax filing
selfemployed freelancer freelance contractor
law legal legislation
lawyer solicitor attorney
court judge
sue lawsuit litigation
dispute mediation arbitration
patent invention
inherit inheritance estate
game play
player gamer
character hero avatar
level rank stage
rank leaderboard
quest mission task
item gear equipment
weapon gun sword
skin outfit costume
loot drop
cheat hack hacker
toxic abusive harass harassment
guild clan alliance team
friend buddy
multiplayer online coop
singleplayer offline
dlc expansion
achievement trophy badge
tutorial guide
boss enemy
movie film
series show episode
episode part
season series
trailer preview
stream watch
streaming buffering
buffer stutter
buffering slow loading
video clip
resolution hd 4k quality
subtitle caption
dub audio
song track music
album record
singer artist
ebook book
book novel
magazine newspaper
author writer
publisher publish
channel station
live broadcast
post publish upload
post share
comment reply
follow follower subscribe
follower fan
unfollow unsubscribe
bio description
hashtag tag
tag mention
viral trending
monetise earn
will testament
operation surgery surgeon surgical
marriage marry wedding
online remote virtual distance remotely
lecture talk presentation
copy photocopy duplicate scan
certify attest
fever temperature
leave vacation absence
pupil schoolchild
cram revise revision study
grade class year
kindergarten nursery preschool daycare
childcare nanny babysitter daycare
bully harass
vote election
subtitle language
gem diamond crystal
console playstation
checkup examination screening
jab injection shot
bandage plaster dressing
inhaler asthma
diabetes diabetic insulin
contraception contraceptive
paracetamol painkiller
antibiotic medicine
hayfever allergy
wheelchair mobility
hearingaid hearing
denture tooth
braces orthodontic orthodontist
`;
