/**
 * Meals, stays, journeys and cars in English: words that customers use for one another, as in thesaurus-words.ts. Forms
 * that stem() joins stand once.
 */
export const travelEn = `
food meal dish cuisine
meal breakfast lunch dinner supper board
snack bite treat
appetizer appetiser starter
dessert pudding sweet cake
drink beverage refreshment
alcohol alcoholic wine beer liquor booze spirits
softdrink soda juice coke
coffee espresso latte cappuccino
tea brew
menu carte list
recipe cook preparation
ingredient contain made content
cook bake roast boil fry
reheat microwave warm
raw undercooked uncooked
burnt overcooked
fresh freshness
frozen freezer defrost thaw
chilled refrigerated cold
spicy hot chilli chili chile
sweet sugar sugary
sugarfree unsweetened sugar
salty salt sodium
sour acid
bland tasteless
tasty delicious yummy
portion serving helping size
calorie kcal nutrition nutritional
protein nutrition
vegetarian veggie meatless
vegan plantbased
halal kosher religious
glutenfree gluten coeliac
nut peanut almond
allergen allergy allergic intolerance
diet dietary
meat beef pork lamb
chicken poultry
egg omelette
bread loaf bakery toast
noodle pasta spaghetti
rice risotto
vegetable veg greens
cheese dairy
candy sweets chocolate
cookie biscuit
ketchup sauce dressing
seasoning spice herb
takeaway takeout togo
takeaway delivery
dinein eat table
restaurant diner eatery bistro cafe
cafe coffeehouse coffee
bar pub lounge
buffet selfservice
waiter waitress server
cutlery fork spoon chopstick
napkin serviette tissue
terrace patio outdoor outside
party group gathering
catering event
birthday celebration anniversary party
grocery supermarket
rider courier driver
travel trip journey tour
tour excursion sightseeing
guide tourguide
itinerary schedule programme route plan
holiday vacation break trip
destination place city
tourist traveller traveler visitor
passenger traveller traveler flyer flier
companion guest additional
hotel motel inn guesthouse hostel lodging
accommodation lodging stay
room suite bedroom
single double twin
bed cot crib extra
crib cot babybed
frontdesk reception desk
reception receptionist concierge
lobby reception
key keycard card
housekeeping cleaning cleaner maid
towel linen sheets
toiletries shampoo soap amenities
amenity facility equipment
pool swimming
spa sauna massage wellness
elevator lift
balcony terrace
smoke smoker cigarette
nonsmoking smoke
luggage baggage suitcase bag
shuttle transfer bus
airport terminal
parking garage carpark valet
accessible wheelchair disabled disability accessibility
noshow miss
guest visitor
occupancy people
flight plane fly airline
airline carrier
aircraft airplane plane
fare price ticket
eticket ticket electronic
gate terminal
departure depart leave takeoff
arrival arrive land
layover stopover connection connecting transit
nonstop direct
roundtrip return
aisle window
legroom space
economy coach
allowance limit weight
overweight excess heavy
standby waitlist
overbook bump
infant baby lap
unaccompanied minor child alone
visa permit
immigration border customs
rebook change reschedule
mile point frequent
train rail railway
coach bus
station stop platform
platform track
carriage wagon coach
railcard pass
subway metro underground tube
ferry boat ship
taxi cab ride
dropoff destination
car vehicle automobile auto
van minivan
motorcycle motorbike moped
rent hire rental lease
fuel petrol gas gasoline diesel
refuel fuel tank
charge ev electric
mileage kilometre km odometer
accident crash collision
tyre wheel
windscreen windshield
bonnet hood
indicator blinker
numberplate plate registration
engine motor
gearbox transmission
automatic manual
oil lubricant
garage workshop mechanic
mechanic technician
childseat booster
satnav gps navigation
gps location
fine ticket penalty
road street highway motorway freeway
roadside kerb curb
map directions
directions route way
weather rain forecast
ski snowboard
ticket admission entry entrance
museum gallery exhibition
concert show gig performance
theatre cinema
cinema movie film
venue location
queue line
souvenir gift
sightseeing attraction sights
timetable schedule departure
chips fries
crisps chips
checkin arrival
checkout departure
oneway single
carryon handluggage cabin
boot trunk
chauffeur driver
strike disruption
delay disruption late
booking reservation confirmation voucher
corridor hallway
blanket pillow
hairdryer dryer
kitchenette kitchen stove
daytrip excursion
allinclusive inclusive
halfboard board
countryside village rural
downtown centre city
rideshare taxi
carpool rideshare
hitch tow
scratch dent damage
underage age young
`;
