import { split } from "./tree/intent.ts";

/**
 * What customers write that is about none of it: fragments, acknowledgements, things of the world. The classifier learns
 * them as one more choice, "none of these", so that it can stay silent. Of our own writing, like all examples.
 */
export const aboutNothing: readonly string[] = split(`
  你好 | 在吗 | 在不在 | 亲 | 好的 | 好的谢谢 | 嗯嗯 | 哦 | 行 | 可以 | 知道了 | 明白了 | 谢谢 | 没事了 | 不用了 | 再见 | 辛苦了 | 哈哈 | 好吧 | 收到 |
  我看看 | 等一下 | 我想想 | 稍等 | 是的 | 对 | 不是 | 没有 | 有的 | 就这样吧 | 然后呢 | 什么意思 | 你说什么 | 我不明白 | 为什么 | 怎么回事 | 真的吗 | 那行吧 |
  我发你看看 | 看图 | 这个 | 就是这个 | 图片发你了 | 我的手机号是 | 我姓王 | 订单号发你了 | 截图给你 | 你看一下 | 你帮我看看 | 人呢 | 有人吗 | 转人工 | 你是机器人吗 | 你叫什么 |
  那我先问问家人 | 我再考虑考虑 | 晚点再说 | 先这样 | 麻烦了 | 不好意思打扰了 | 请问一下 | 咨询一下 | 想问个问题 | 有个事想问你 | 还有一个问题 | 另外 |
  今天天气怎么样 | 周杰伦的新歌叫什么 | 股票会涨吗 | 给我讲个笑话 | 中午吃什么 | 帮我写一首诗 | 世界杯谁赢了 | 一加一等于几 | 推荐一部电影 | 怎么学英语 | 北京到上海的高铁几点 |
  你喜欢什么颜色的花 | 附近有什么好吃的 | 明天放假吗 | 感冒吃什么药 | 房价会跌吗 | 太阳有多远 | 翻译一下这句话 | 怎么做红烧肉 | 孩子不爱写作业怎么办 | 王者荣耀怎么上分 |
  头疼怎么办 | 火车票怎么改签 | 驾照怎么考 | 美元汇率多少 | 长城有多长 | 什么手机壁纸好看 | 医保怎么报销 | 社保卡在哪办 | 公积金能取多少 | 量子力学是什么 | 猫为什么怕水 |
  银行卡限额多少 | 护照过期了 | 水电费怎么交 | 天空为什么是蓝的 | 帮我算一下房贷 | 今天几号 | 现在几点了 | 唱首歌 | 你几岁了 | 你爱我吗 | 随便聊聊 | 无聊 | 测试 | 测试一下 | 111 | 啊啊啊 | asdf |
  hello | hi there | are you there | ok | okay thanks | thank you | got it | I see | yes | no | sure | never mind | bye | one moment | let me check | what do you mean |
  I don't understand | why | really | see the picture | here is a screenshot | my name is Tom | I have a question | can I ask you something | are you a robot | talk to a human |
  what's the weather today | tell me a joke | who won the match | write me a poem | how far is the moon | translate this | what should I have for lunch | recommend a movie |
  how do I learn to cook | train times to Boston | what is bitcoin worth | sing a song | how old are you | who is the president | solve this equation | flights to Rome |
  how do I renew my passport | what's a good name for a cat | is it going to rain | play some music | what time is it | set an alarm | my head hurts | capital of Peru |
  how to tie a tie | test | asdf | lol | hmm | that one | please wait | I'll think about it | sorry to bother you | good morning | have a nice day | great
`);
