/**
 * Electronics, software and networks in English: words that customers use for one another, as in thesaurus-words.ts. Forms
 * that stem() joins stand once.
 */
export const techEn = `
electronics gadget device
device gadget unit machine
appliance machine device
appliances whitegoods
phone smartphone mobile cellphone handset
cellphone cell mobile
laptop notebook computer
computer pc desktop
desktop tower
monitor screen display
touchscreen touch
keyboard key
mouse trackpad
ink cartridge toner
scanner scan
camera webcam
lens optics
tripod stand
speaker sound audio
headphone earphone headset earbud earpiece
earbud bud
microphone mic
volume loudness
mute silence silent
television tv
joystick controller gamepad
drone quadcopter
smartwatch watch wearable
tracker band
router modem hub
antenna aerial
repeater extender booster
cable cord lead wire
charger charging adapter
charge power
powerbank portable
wireless cordless
wireless bluetooth
bluetooth pairing
usb port
port socket connector
sim esim
memory ram
storage space gb
harddrive disk drive hdd ssd
usbstick flashdrive
processor cpu chip
graphics gpu
motherboard mainboard
overheat hot heat
hot temperature
batterylife battery
dead flat empty
boot start startup
reboot restart
standby sleep hibernate
freeze hang crash unresponsive
unresponsive frozen responding
lag laggy slow stutter
flicker flash
pixel dot
crack shatter broken
case cover sleeve
protector film
stylus pen
firmware software
software app application program
os system
uninstall remove
update upgrade version
outdated update
patch fix
bug glitch error
error message code
crash quit close
compatibility requirement
requirements specs
license key
serial number
activation activate key
imei serial
seat user
beta preview
release version
rollback downgrade
tab window
cache cookies
popup ad
ad advert advertisement advertising
blocker adblock
url link
domain hostname
server vps machine
ssl https certificate tls
dns nameserver
subdomain domain
bandwidth traffic data
traffic visitors
uptime availability downtime
downtime outage down
backup snapshot
migrate migration move transfer
database db
ftp sftp upload
api integration endpoint
integration integrate connect
webhook callback
plugin extension addon
theme template
team workspace organisation
workspace project
folder directory
document doc
spreadsheet sheet excel csv
pdf document
presentation slides
sync synchronise synchronisation
collaborate collaboration together
edit editor
font typeface
language locale translation
translate translation
timezone time
darkmode dark
shortcut hotkey
chart graph
report analytics
analytics statistics stats metrics
encrypt encryption
antivirus virus malware
virus malware spyware infected
firewall blocked
vpn proxy
proxy tunnel
network connection
connection connectivity connect
offline disconnected
hotspot tethering
signal reception coverage
roaming abroad
broadband internet fibre
speed mbps
latency ping
minutes calls
voicemail answerphone
callerid number
contacts addressbook
ringtone ring
landline phone
carrier network operator provider
provider isp
technician engineer installer
website site webpage web page
dashboard panel console
shutdown off
garden yard
`;
