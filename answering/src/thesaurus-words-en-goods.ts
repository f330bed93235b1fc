/**
 * Clothes, cosmetics, the household and the garden in English: words that customers use for one another, as in
 * thesaurus-words.ts. Forms that stem() joins stand once.
 */
export const goodsEn = `
clothes garment apparel wear outfit
shirt blouse top tee tshirt
sweater jumper pullover hoodie sweatshirt knitwear
cardigan sweater
jacket coat parka outerwear anorak windbreaker
raincoat mac waterproof
trousers pants slacks bottoms
jeans denim
shorts bermuda
skirt dress
dress gown frock
suit tuxedo blazer
vest waistcoat gilet
underwear panties knickers briefs boxers undies lingerie
bra brassiere lingerie
tights stockings pantyhose leggings
sock stocking
pyjamas nightwear sleepwear nightgown nightie
dressing robe bathrobe
swimsuit swimwear bikini trunks
sportswear activewear athletic gym
tracksuit joggers sweatpants
glove mitten
scarf shawl wrap
hat cap beanie headwear
belt strap
tie necktie bowtie
handkerchief hanky tissue
umbrella parasol
shoe footwear
trainer sneaker
boot wellington
sandal slipper flipflop
heel stiletto pump
sole outsole tread
insole footbed
lace shoelace
bag handbag purse tote
backpack rucksack knapsack daypack
suitcase luggage baggage trolley
wallet purse billfold
strap handle
zip zipper fastener
button snap popper
pocket pouch compartment
sleeve arm
collar neck neckline
hem seam stitching
waist waistband
lining inner
fabric material cloth textile
material composition made
cotton linen
wool cashmere merino
leather hide suede
fauxleather vegan synthetic pu
polyester nylon synthetic
fur feather
waterproof watertight resistant
waterproof rainproof showerproof repellent
breathable ventilated airy
windproof wind
stretchy elastic stretch
opaque transparent sheer
pill bobble
fray unravel thread
wrinkle crease crumple
iron press steam
machinewash washable wash
handwash hand
dryclean cleaners
tumble dryer
detergent soap powder
softener conditioner
bleach whitener
alter alteration tailor hem shorten
measurement chart sizing
petite short
unisex men women
menswear men mens gents male
womenswear women ladies female womens
kidswear kid children childrenswear
boy son
girl daughter
baby infant newborn toddler
adult grownup
teen teenager adolescent youth
model style design
pattern print design
plain solid
colour shade hue tone
colourway variant
navy blue
beige cream
silver sterling
gold golden
jewellery accessory
necklace pendant chain
bracelet bangle
earring stud
watch timepiece wristwatch
diamond gem gemstone stone
carat karat
tarnish oxidise blacken
glasses spectacles eyewear frame
sunglasses shades
prescription optician
cosmetic makeup beauty
skincare skin face
cream lotion moisturiser moisturizer
serum essence
cleanser wash
sunscreen sunblock spf suncream
foundation concealer
lipstick lip gloss
mascara eyeliner lash
nail varnish polish manicure
perfume fragrance cologne scent
deodorant antiperspirant
shampoo conditioner
hairdryer blowdryer
straightener flatiron
curler tongs
hairbrush comb
razor shaver
trimmer clipper
wax hair removal epilator
toothbrush brush
toothpaste dental
acne pimple spot breakout
wrinkle aging antiageing
oily greasy
sensitive delicate irritated
rash irritation itch itchy redness
allergy allergic reaction
ingredient composition formula
expire expiry shelflife
crueltyfree vegan
fragrance unscented scented
household home domestic
kitchenware cookware utensil
pan pot saucepan frying
wok skillet
knife blade
fork cutlery silverware
cutlery flatware
plate dish crockery dinnerware
cup mug
glass tumbler
bottle flask
flask thermos
jar container
container box storage
lunchbox bento
lid cover cap
kettle boiler
oven stove cooker hob
hob cooktop burner
toaster grill
blender mixer processor
juicer squeezer
grinder mill
fridge refrigerator
freezer icebox
dishwasher dishwashing
washer laundry
dryer drier
vacuum hoover
mop broom
heating boiler
aircon ac cooling conditioner
fan ventilator
humidifier moisture
dehumidifier damp
purifier filter
filter cartridge
lamp light
bulb lightbulb
candle wick
torch flashlight
rechargeable charge
socket outlet
plug adapter adaptor
extension lead strip
fuse breaker
voltage volt power
watt wattage power
electricity electric electrical power
energy efficiency consumption
noise decibel loudness
furniture furnishings
sofa couch settee
armchair recliner
chair seat stool
table desk
desk workstation
topper pad
pillow cushion
duvet comforter quilt
sheet bedding linen
blanket throw
towel bath
curtain drape
blind shade
carpet rug mat
wardrobe closet
cupboard cabinet
drawer chest
shelf rack bookcase
mirror reflection
screw bolt nut
nail screw
tool spanner wrench
drill driver
hammer mallet
ladder steps
glue adhesive
paint coating
wallpaper wall
tile flooring
wood wooden timber
oak pine walnut
metal steel iron
stainless steel
plastic acrylic
ceramic porcelain
bamboo rattan
dust dusty
lawn grass
lawnmower mower
soil compost
patio terrace
barbecue bbq grill
tent shelter
bike bicycle cycle
scooter ebike
puncture flat
pump inflate
toy plaything
puzzle jigsaw
boardgame game
doll figure
pram stroller pushchair buggy
cot crib
highchair chair
nappy diaper
dummy pacifier
milk formula
teat nipple
heater radiator heating
launder laundry wash
`;
