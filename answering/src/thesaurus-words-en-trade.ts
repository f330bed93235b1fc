/**
 * Accounts, money, orders, delivery, returns and promotions in English: words that customers use for one another, as in
 * thesaurus-words.ts. Forms that stem() joins stand once.
 */
export const tradeEn = `
register registration signup sign enrol enrolment join onboard
login logon signin sign authenticate authentication
logout signout logoff exit
username handle nickname alias userid
password passcode passphrase passwd
forget remember recall
reset recover recovery retrieve regain restore
lock lockout block freeze suspend
unlock unblock unfreeze reinstate reactivate unban
suspend suspension ban block restrict restriction
deactivate deactivation disable
close closure shut
delete deletion erase erasure wipe purge
remove removal detach unlink
verify verification validate validation authenticate
confirm confirmation acknowledge acknowledgement
code otp token
authenticator 2fa mfa authentication twofactor
identity id identification
identity verification kyc
hack hacker compromise hijack breach
unauthorised unrecognised unfamiliar
fraud fraudulent scam scammer phishing swindle
suspicious strange odd weird unusual dodgy
secure security safe safety protect protection
privacy private confidential
consent authorise authorisation permit
email mail inbox mailbox
link connect pair attach bind
unlink disconnect unpair unbind
avatar picture photo
birthday birthdate dob birth
captcha robot puzzle
biometric fingerprint face faceid touchid
admin administrator owner superuser
settings preference option configuration config
configure setup set install configuration
notification notify alert reminder push
sms text message
inactive dormant idle unused
eligible eligibility qualify entitle entitlement
eligible eligibility criteria requirement condition
deceased dead died death bereavement
beneficiary nominee recipient payee
joint shared cosigner
holder owner proprietor
invite invitation referral refer
credential login password
attempt try retry
payment transaction
price cost rate tariff quote quotation
fee charge surcharge levy
expensive pricey costly overpriced
cheap affordable inexpensive budget
cheap cheaper cheapest lowest
free complimentary gratis gift
hidden extra additional surcharge
vat gst tax
customs duty clearance
receipt proof slip
statement history record
overdue unpaid outstanding owe
arrears debt owe outstanding
due deadline
instalment monthly
instalment financing split
finance credit loan
loan borrow lend
mortgage homeloan
repay repayment payback
overpay overcharge
duplicate double twice repeat
overcharge twice double
refund reimbursement reimburse rebate
refundable nonrefundable refund
chargeback dispute
reverse reversal undo
dispute contest challenge appeal object
balance remaining left
insufficient enough lack
overdraft overdrawn
interest apr apy
yield return interest dividend
withdraw withdrawal cashout payout
topup recharge reload refill top
transfer remit remittance wire
wire swift iban telegraphic
payee recipient receiver beneficiary
sender payer remitter
recurring autopay automatic automatically auto standing
cheque check checkbook chequebook
atm cashpoint machine
banknote coin cash
currency forex exchange
exchange conversion convert
debit charge deduct deduction
deduct deduction taken charge
creditcard card plastic
giftcard voucher gift
contactless tap nfc
cvv cvc
expire expiry expiration lapse
expire expiry deadline end
valid validity expire expiry
decline reject refuse deny rejection refusal denial
fail failure unsuccessful
pending process hold
process handle
hold pending freeze
limit cap ceiling maximum max allowance
minimum min least lowest
raise increase extend
lower reduce decrease cut drop
score rating creditworthiness
salary wage payroll income earnings paycheck
pension retirement retire superannuation
invest investment investor portfolio
stock share equity
broker brokerage trader trading
crypto bitcoin cryptocurrency
insurance insure cover coverage
policy cover coverage plan
claim compensation
compensation compensate damages goodwill
excess deductible
policyholder insured
donate donation charity contribute
tip gratuity
spend expenditure
expense cost expenditure
reimburse expense claim
guarantor cosigner guarantee
collateral pledge
bankrupt bankruptcy insolvency insolvent
penalty fine
upfront advance beforehand prepay prepaid prepayment
deposit downpayment prepayment
checkout basket cart
basket cart trolley
buyer customer shopper client purchaser
seller vendor merchant retailer dealer
supplier manufacturer maker producer brand
sell sale resell
resale resell secondhand preowned
secondhand preowned refurbished
refurbished reconditioned renewed
wholesale bulk trade
bulk quantity wholesale
sample tester swatch
preorder reserve
backorder restock
restock replenish back
available availability instock stock
unavailable soldout sold
discontinue retire obsolete
reserve reservation booking
quantity amount number
misspell misspelt typo spelling
pack packet multipack
bundle set kit combo
customise custom bespoke
personalise monogram engrave custom
gift present
giftwrap wrap wrapper
amend change modify alter
split separate
combine merge together consolidate
partial part incomplete
incomplete missing lack short
wrong incorrect mistake different
mixup wrong confuse
ship shipment dispatch send
shipping delivery postage freight carriage
deliver delivery
courier carrier driver postman mailman
parcel package packet shipment consignment
post postal mail postage
postcode zip zipcode
address street destination
addressee recipient receiver
express expedite priority rush urgent fast
nextday overnight express tomorrow
sameday today express
standard regular normal economy
track trace follow monitor
trackable traceable
status progress stage
eta estimate expect
arrive arrival reach
transit route way
stuck stall frozen
stuck stop moving
dispatch ship leave
fulfil fulfilment
warehouse depot hub
collect collection pickup pick
pickup instore collect
locker parcelshop
signature sign
neighbour nextdoor
porch doorstep door outside
safeplace neighbour porch leave
redeliver redelivery reattempt
reschedule rearrange rebook postpone
slot window timeslot
international worldwide global
domestic local inland national
remote rural island
heavy bulky oversized
pallet freight truck lorry
hazardous dangerous flammable
packaging packing wrapping
seal unopened
tamper opened
theft steal thief burglary
undelivered undeliverable
sendback return
returnable return
label sticker
replacement substitute replace
substitute alternative instead
faulty defective defect fault malfunction
unopened unused unworn
unwanted unneeded
restocking fee
timeframe window period
period term duration
condition state
original initial
inspect inspection examine check
unsatisfied dissatisfied unhappy disappointed
guarantee warranty assurance
promotion promo offer deal special
sale clearance reduction
discount reduction markdown rebate off
coupon voucher promocode code
redeem use apply
stack combine together multiple
senior pensioner elderly
military veteran army forces
employee staff worker
loyalty reward point
reward bonus credit
earn collect accumulate
cashback rebate
prize reward bonus
tier level status
membership member club
member subscriber
premium gold platinum vip
plan package tier bundle
subscription subscribe subscriber
trial demo test
renew renewal autorenew autorenewal
pause suspend freeze skip
resume restart continue reactivate
cancel unsubscribe quit leave end
terminate termination cancel cancellation
monthly month
annual yearly year annually
weekly week
daily day
quarterly quarter
prorate proportion
newsletter bulletin mailing
unsubscribe optout
subscribe optin
contest competition giveaway raffle sweepstake
win winner
refer referral recommend
affiliate partner ambassador
christmas xmas festive
threshold minimum
pricematch match
match cheaper elsewhere competitor
adjust adjustment correction
afford budget
arrange organise
arrears late
billing payment
blacklist ban
barcode qr scan
broken smash shatter
cardholder owner
cashier till counter
choose select pick selection choice
complete finish finalise
damage harm
discreet plain anonymous
drop dropoff
earliest soonest first
fragile delicate breakable
fulfilment dispatch
goods product item merchandise article
item product thing
cancelled void annul
itemised detailed breakdown
lost missing disappear vanish
name surname lastname
notice notification warning
offline instore
outstanding remaining
paperless electronic digital einvoice
paper printed hardcopy
payslip paystub
payout disbursement
proof evidence
reference ref number
remainder rest
scratch scuff
shop store outlet
speed fast quick
unpaid owing
urgent asap immediately emergency
void invalid null
waive waiver
wishlist favourite
favourite bookmark
`;
