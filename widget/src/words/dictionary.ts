/**
 * Every word a customer reads, Chinese and English side by side: one cannot be added without the other, and the bundle
 * carries no keys. `{x}` stands for a value.
 */
export type Word = `${string}|${string}`;

export const launcher: Word = "咨询客服|Chat with us";
export const shop: Word = "在线客服|Support";
export const close: Word = "收起|Minimise";
export const demo: Word = "演示|Demo";
export const bot: Word = "智能助手|Assistant";
export const botTag: Word = "机器人|Bot";
export const agent: Word = "客服|Support";
export const you: Word = "我|You";
export const statusBot: Word = "由机器人接待，可随时转人工|A bot is answering";
export const statusWaiting: Word = "正在为您转接人工客服|Finding someone to help you";
export const statusAgent: Word = "{name} 正在为您服务|You’re chatting with {name}";
export const statusMessage: Word = "已收到您的留言|We have your message";
export const human: Word = "转人工|Talk to a person";
export const hotQuestions: Word = "大家常问|Popular questions";
export const log: Word = "聊天记录|Conversation";
export const earlier: Word = "查看更早的会话|See earlier conversations";
export const newMessages: Word = "有新消息|New messages";
export const placeholder: Word = "输入您的问题…|Type your question…";
export const send: Word = "发送|Send";
export const emoji: Word = "表情|Emoji";
export const image: Word = "发送图片|Send a picture";
export const file: Word = "发送文件|Send a file";
export const rateService: Word = "评价服务|Rate our service";
export const drop: Word = "松开即可发送|Drop to send";
export const waitingForNetwork: Word = "联网后自动发送|Will be sent once you’re online";
export const sent: Word = "已送达|Delivered";
export const read: Word = "已读|Read";
export const failed: Word = "未发送|Not sent";
export const resend: Word = "重新发送|Send again";
export const remove: Word = "删除|Remove";
export const recalled: Word = "消息已撤回|Message recalled";
export const product: Word = "查看商品|View product";
export const generated: Word = "AI 生成|Written by AI";
export const guess: Word = "您是不是想问|Did you mean";
export const thumbUp: Word = "有帮助|Helpful";
export const thumbDown: Word = "没帮助|Not helpful";
export const lineRequested: Word = "正在转接人工客服|Connecting you to a person";
export const lineRejectedFull: Word = "人工客服都在忙|Everyone is busy right now";
export const lineRejectedOffline: Word = "人工客服暂时不在线|Nobody is online right now";
export const lineQueueLeft: Word = "已取消排队|You left the queue";
export const lineConnected: Word = "{name} 接入，开始为您服务|{name} joined the chat";
export const lineTransferred: Word = "已转接给 {name}|You’ve been transferred to {name}";
export const lineClosed: Word = "会话已结束，继续发消息可再次咨询|This chat has ended. Send a message to start again";
export const lineReopened: Word = "{name} 继续为您服务|{name} is back to help you";
export const queueNext: Word = "下一位就是您|You’re next";
export const queueAhead: Word = "前面还有 {n} 位|Ahead of you: {n}";
export const queueSoon: Word = "预计不到 1 分钟|Less than a minute";
export const queueMinutes: Word = "预计约 {n} 分钟|About {n} min";
export const leaveQueue: Word = "取消排队|Leave queue";
export const leaveTitle: Word = "给我们留言|Leave us a message";
export const leaveText: Word = "您的问题|Your question";
export const leaveContact: Word = "手机号或邮箱（选填）|Phone or e-mail (optional)";
export const leaveSend: Word = "提交留言|Send message";
export const leftMessage: Word = "留言|Message";
export const stars: Word = "{n} 星|Stars: {n}";
export const rateHint: Word = "点星星打分|Tap a star";
export const rateWhy: Word = "哪里没做好？|What went wrong?";
export const reasonAttitude: Word = "态度差|Attitude";
export const reasonUnsolved: Word = "问题没解决|Not solved";
export const reasonSlow: Word = "回复慢|Slow replies";
export const reasonRepeat: Word = "让我重复描述|Had to repeat myself";
export const reasonOther: Word = "其他|Something else";
export const rateComment: Word = "还想说点什么（选填）|Anything else? (optional)";
export const rateSend: Word = "提交评价|Submit";
export const rateThanks: Word = "感谢您的评价|Thank you for your rating";
export const lost: Word = "网络不稳，正在重新连接…|Connection lost. Reconnecting…";
export const tooLong: Word = "最多 {max} 字，现在 {n} 字|{n} characters; the limit is {max}";
export const errorTooMany: Word = "发送得太快了，请稍等一下|That was a bit fast. Please wait";
export const errorTooLarge: Word = "文件不能超过 {max} MB|Files can be up to {max} MB";
export const errorFileType: Word =
  "不支持这种文件，请换成图片或文档|This kind of file can’t be sent. Try a picture or document";
export const errorInvalid: Word = "内容无法发送，请修改后再试|This can’t be sent. Please change it";
export const errorOther: Word = "没有成功，请稍后再试|That didn’t work. Please try again";
export const typing: Word = "正在输入|Typing";
export const leaveHint: Word = "留下您的问题，我们会尽快回复|Tell us your question and we’ll reply as soon as we can";
export const skip: Word = "暂不|Not now";
export const rateTitle: Word = "请评价本次服务|How did we do?";
export const surveyThanks: Word = "感谢您的反馈|Thank you for your feedback";
export const npsLowest: Word = "完全不可能|Not at all likely";
export const npsHighest: Word = "非常可能|Extremely likely";
export const cesLowest: Word = "非常困难|Very difficult";
export const cesHighest: Word = "非常容易|Very easy";
export const sound: Word = "提示音|Sound";
export const sending: Word = "发送中|Sending";
/** From one to five. */
export const starWords: readonly Word[] = [
  "很不满意|Very poor",
  "不满意|Poor",
  "一般|Okay",
  "满意|Good",
  "非常满意|Excellent",
];
