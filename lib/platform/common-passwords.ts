// The stems people reach for once twelve characters are asked: words met again and again in published
// lists of leaked passwords. `passwordProblem` looks a password up after folding case, common letter
// swaps (0 for o, @ for a …), and digits and signs at its ends.
const STEMS = `
password passwort passwords passw passphrase mypassword thepassword newpassword yourpassword
letmein letmeinnow letmeinplease welcome welcometo welcomehome welcomeback changeme changemenow changeit
changethis default administrator admin adminadmin rootroot superuser superman batman spiderman pokemon
starwars startrek starcraft minecraft fortnite liverpool manchester chelsea arsenal barcelona realmadrid
juventus iloveyou iloveyousomuch iloveyouforever iloveu loveyou lovelove lovely princess sunshine rainbow
butterfly chocolate strawberry football basketball baseball softball volleyball hockey soccer monkey dragon
master shadow michael jennifer jessica ashley charlie jordan hunter thomas george daniel andrew joshua
matthew samantha elizabeth alexander alexandra christopher christian christina jonathan nicholas stephanie
victoria computer internet keyboard samsung motorola windows microsoft facebook instagram linkedin twitter
google youtube whatsapp secret topsecret secretsecret mysecret trustno trustnoone whatever nothing something
anything everything freedom america australia canada england germany deutschland france london newyork
california texas summer winter spring autumn january february march april august september october november
december monday tuesday wednesday thursday friday saturday sunday hello helloworld hellohello hellokitty
goodmorning goodluck godisgood jesuschrist jesus jesuslovesme blessed family familyfirst mother father
mercedes porsche ferrari lamborghini mustang corvette harley harleydavidson yamaha test testing testtest
testpassword temp temporary temppassword tempaccess guest guestguest user username useruser demo demodemo
login loginlogin qwerty qwertyuiop qwertyui qwertyqwerty qwertz qwertzuiop azerty azertyuiop asdfghjkl
asdfgh asdfasdf asdfghjklqwertyuiop zxcvbnm zxcvbn qazwsx qazwsxedc qazwsxedcrfv abc abcdef abcdefgh
abcdefghij abcdefghijkl abcdefghijklm aaaaaa correcthorsebatterystaple correcthorse opensesame
iamtheboss qwertyuiopasdfghjkl qwertyuiopasdf qwertyuiopasdfghjklzxcvbnm oneplustwo letmeinasap
pleaseletmein openthedoor editor editorial newsroom journalist journalism reporter sourceline newspaper
breakingnews fakenews headline deadline
`;

export const COMMON_STEMS: ReadonlySet<string> = new Set(STEMS.split(/\s+/u).filter((stem) => stem !== ""));

export const KEYBOARD_RUNS: readonly string[] = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
];
