import type { ChitchatIntent } from "./chitchat.ts";

/** Written for this project. Sayings are separated by "|", without punctuation. */
export const chitchatEn: readonly ChitchatIntent[] = [
  {
    intent: "greeting",
    says: "hi|hello|hey|hi there|hello there|hey there|hiya|yo|howdy|greetings|hi hello|good day|hello everyone|nice to meet you|hi bot|hello bot",
    replies: [
      "Hello! I'm the shop's assistant. What would you like to know?",
      "Hi! Ask me about products, orders, delivery or returns.",
    ],
  },
  { intent: "morning", says: "good morning|morning", replies: ["Good morning! How can I help?"] },
  { intent: "evening", says: "good afternoon|good evening|afternoon|evening", replies: ["Hello! How can I help?"] },
  { intent: "good-night", says: "good night|night|night night", replies: ["Good night! Come back any time."] },
  {
    intent: "are-you-there",
    says: "are you there|anyone there|is anyone there|anybody there|is anybody there|anybody here|anyone here|you there|still there|are you online|hello is anyone there|hello anyone there",
    replies: ["Yes, I'm here. How can I help?"],
  },
  {
    intent: "thanks",
    says: "thanks|thank you|thank you very much|thank you so much|thanks a lot|many thanks|thx|ty|tysm|cheers|thanks for your help|thank you for your help|ok thanks|okay thanks|ok thank you|great thanks|perfect thanks|got it thanks|much appreciated|i appreciate it|thanks bye|no thanks that is all",
    replies: ["You're welcome! Anything else, just ask.", "Happy to help."],
  },
  {
    intent: "bye",
    says: "bye|goodbye|bye bye|good bye|see you|see ya|see you later|talk to you later|have a nice day|have a good day|that is all|that will be all|nothing else|no more questions|i am done|i have to go|gotta go|no thanks|no thank you|never mind|nevermind",
    replies: ["Goodbye, and have a nice day!"],
  },
  {
    intent: "okay",
    says: "ok|okay|k|kk|alright|all right|sure|fine|yes|yeah|yep|yup|right|correct|got it|i see|understood|i understand|makes sense|sounds good|good|great|cool|perfect|will do|let me check|let me see|let me try|one moment|wait|hold on|just a moment",
    replies: ["Good. Is there anything else?"],
  },
  {
    intent: "no",
    says: "no|nope|nah|not really|wrong|that is wrong|that is not right",
    replies: ['I see. Try other words, or say "agent" and a colleague will take over.'],
  },
  {
    intent: "who-are-you",
    says: "who are you|what are you|what is your name|your name|tell me about yourself|introduce yourself|who am i talking to|who is this|who am i speaking to",
    replies: ["I'm the shop's assistant. I answer from what the shop knows, and pass you to a person when I can't."],
  },
  {
    intent: "are-you-a-robot",
    says: "are you a robot|are you a bot|are you a human|are you human|are you real|are you a real person|is this a bot|is this a robot|am i talking to a bot|am i talking to a robot|am i talking to a human|am i talking to a real person|are you an ai|are you ai|is this a real person|is this an automated reply|bot|robot",
    replies: ["I'm a bot. If you'd rather talk to a person, say \"agent\" and I'll arrange it."],
  },
  {
    intent: "what-can-you-do",
    says: "what can you do|what do you do|help|help me|can you help me|can you help|could you help me|please help|please help me|i need help|i have a question|i have a problem|i got a question|can i ask a question|can i ask you something|question|how do you work|how can you help me|i need some help|quick question",
    replies: ["Of course. Ask me about products, orders, delivery, returns, invoices or offers."],
  },
  {
    intent: "praise",
    says: "well done|good job|great job|nice job|good bot|you are great|you are awesome|you are the best|you are smart|you are helpful|very helpful|that was helpful|that helps|awesome|amazing|excellent|wonderful|brilliant|love it|i love you|nice|you rock|i love this shop|great service",
    replies: ["Thank you, that's kind! Anything else?"],
  },
  {
    intent: "scolding",
    says: "you are stupid|stupid|stupid bot|idiot|you idiot|dumb|you are dumb|dumb bot|useless|you are useless|useless bot|this is useless|bad bot|terrible|terrible service|awful|this is ridiculous|ridiculous|this sucks|you suck|shut up|go away|fuck|fuck you|fuck off|shit|bullshit|wtf|damn|hate you|i hate you|i hate this|worst service ever|bad service|you are not helpful|not helpful|unhelpful|rubbish|garbage|trash|scam|scammers|liar|i am angry|i am very angry|i am furious|i want to complain|complaint|you do not understand|you do not understand me|what are you talking about|that makes no sense|waste of time",
    replies: [
      'I\'m sorry about that. Tell me a little more, or say "agent" and a colleague will take care of it.',
      "I'm sorry I haven't been of help. Shall I get a person? Just say \"agent\".",
    ],
  },
  {
    intent: "not-solved",
    says: "that is not clear|still not clear|not clear|i do not get it|i still do not get it|say that again|can you explain|please explain|what do you mean|that did not help|that does not help|it did not help|that is not what i asked|that is not what i meant|not what i asked|did not work|does not work|it does not work|still not working|not solved|no that is not it|you misunderstood",
    replies: ['Sorry I missed the point. Please put it another way, or say "agent" for a person.'],
  },
  {
    intent: "laugh",
    says: "haha|ha|hahaha|lol|lmao|hehe|rofl|funny|very funny",
    replies: ["Glad that made you smile. What else can I do?"],
  },
  {
    intent: "sorry",
    says: "sorry|my bad|oops|i am sorry|wrong chat|typo|my mistake|excuse me|pardon",
    replies: ["No problem. How can I help?"],
  },
  {
    intent: "test",
    says: "test|testing|test test|just testing|is this working|does this work",
    replies: ["I'm here and working. What would you like to know?"],
  },
  {
    intent: "bored",
    says: "tell me a joke|tell me a story|i am bored|sing a song|sing me a song|talk to me|chat with me",
    replies: ["I'm better with shop matters than with jokes. Ask me about anything you see here."],
  },
  {
    intent: "how-are-you",
    says: "how are you|how are you doing|how is it going|what is up|whats up|sup|how do you do|how old are you|how is your day|hi how are you|hello how are you|hey how are you",
    replies: ["I'm always on and always fine. How can I help you?"],
  },
  {
    intent: "which",
    says: "the first one|the second one|the third one|the fourth one|the last one|first one|second one|last one|the first|the second|this one|that one",
    replies: ["Which question do you mean? Please write it once more."],
  },
  {
    intent: "small-talk",
    says: "nice weather today|lovely weather today|nice day today|lovely day|beautiful day|it is so hot today|it is so cold today|it is raining|it is raining again|it is friday|finally friday|i am tired|i am so tired|i am back|me again|it is me again|long time no see|just looking|just browsing|i am just looking|i am just browsing",
    replies: ["Glad you stopped by. Ask me about products, orders or returns whenever you like."],
  },
  {
    intent: "festival",
    says: "happy new year|merry christmas|happy holidays|happy birthday|happy easter|happy thanksgiving|happy weekend|have a nice weekend",
    replies: ["Thank you, the same to you! How can I help?"],
  },
];
