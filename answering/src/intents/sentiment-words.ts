import { split } from "./tree/intent.ts";

/** Words that carry a feeling, of our own gathering; what stands before them may turn them round (see sentiment.ts). */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const gladZh = words(`
  喜欢 满意 很好 真好 太好 挺好 不错 很棒 太棒 超棒 好评 五星 点赞 给力 贴心 耐心 周到 热情 专业 靠谱 放心 惊喜 漂亮 好看 舒服 舒适 好用 实用 划算 超值 值得
  推荐给朋友 回购 再来 还会再买 感谢 感激 多亏 辛苦你们 很快 真快 速度快 神速 细心 负责 完美 精致 结实 柔软 清晰 好吃 好喝 新鲜 香 爱了 爱死 开心 高兴 幸福 赞 棒
  物超所值 性价比高 质量好 做工好 态度好 服务好 效率高 暖心 感动 省心 一如既往 信赖 支持你们 没白买 合身 合适 正合适 效果好 明显改善 太帅 可爱 高级 大气 解决了 终于好了`);
export const sadZh = words(`
  差 太差 很差 差劲 差评 失望 难用 难看 难吃 难闻 刺鼻 难受 不满 不满意 后悔 坑 坑人 坑爹 垃圾 烂 破 坏 坏了 破了 裂 碎 假货 假的 骗 骗人 骗子 欺骗 上当 忽悠 敷衍 无语 郁闷 生气 气死 恼火
  恶心 恶劣 粗糙 劣质 掉色 起球 开线 开胶 漏 漏水 卡 死机 发热 噪音 异味 污渍 瑕疵 划痕 色差 褪色 缩水 变形 过敏 红肿 痒 没用 不能用 用不了 没效果 不好用 不舒服 不合适 不值 太贵
  太慢 好慢 慢死 拖 拖了 拖延 一直不 迟迟 没人 没人管 没人理 不理 不回 不管 推脱 推来推去 踢皮球 耽误 着急 急死 等了 还没 怎么还 到底 凭什么 什么玩意 离谱 过分 搞笑 可笑 糟糕 糟心 闹心
  投诉 举报 曝光 维权 赔偿 赔钱 退钱 再也不 不会再 别买 千万别 一星 没收到 少发 发错 漏发 错发 丢了 弄丢 不靠谱 不负责 不耐烦 态度差 服务差 质量差 麻烦死 折腾 白花钱 浪费 浪费时间 不符 货不对板 受够`);
export const angryZh = words(`
  垃圾 骗子 骗人 欺骗 诈骗 奸商 黑店 黑心 无良 无耻 不要脸 滚 妈的 他妈 tmd 尼玛 卧槽 傻逼 sb 脑残 有病 气死 气炸 忍无可忍 忍不了 受够 投诉 举报 曝光 起诉 法院 12315 消协 工商 报警 律师
  维权 假一赔 赔偿损失 恶心 什么玩意 什么东西 玩我 耍我 耍人 当我是傻 把我当 太过分 欺负人 欺人太甚 踢皮球 推来推去 凭什么 给个说法 最后说一次 再不 没完 态度恶劣 良心 坑爹 差评警告 丧心病狂 离大谱 再也不会买 拉黑 强烈谴责 愤怒 火大`);
export const gladEn = words(`
  love loved great excellent perfect amazing awesome wonderful fantastic happy pleased satisfied delighted glad helpful friendly polite patient quick fast comfortable beautiful lovely
  gorgeous best nice impressed recommend recommended appreciate appreciated brilliant superb outstanding reliable smooth soft cosy cozy sturdy worth thrilled kind thoughtful solved resolved works enjoy enjoyed cute delicious five-star`);
export const sadEn = words(`
  bad poor terrible awful horrible worst disappointed disappointing broken damaged defective faulty useless late slow delay delayed missing wrong lost never unhappy upset annoyed annoying
  frustrated frustrating ridiculous unacceptable rude ignored waste wasted scam fake fraud cheat cheated refuse refused complaint complain angry furious disgusting cheap flimsy uncomfortable
  itchy smells smelly stained scratched cracked leaking leaks torn ripped stuck waiting waited still nobody regret unprofessional unreliable misleading overpriced failed fails error problem issue sick hate hated dirty rotten ruined shrank faded crushed`);
export const angryEn = words(`
  scam scammers fraud thieves thief liars liar furious outraged unacceptable disgusting disgrace pathetic ridiculous sue lawyer court police report chargeback garbage rubbish trash bullshit damn hell wtf idiots incompetent robbed stealing shame appalling disgraceful fedup`);

/** What people say with and without feeling, for the classifier: of our own writing. */
export const negativeSayings: readonly string[] = split(`
  东西收到就是坏的太失望了 | 质量太差了用两天就坏 | 等了一个星期还没发货真服了 | 你们客服一直不回复是什么意思 | 说好的今天到又没到 | 这种质量也好意思卖 | 完全不是图片上的样子 | 再也不来买了 | 太慢了急死人 |
  退款拖了半个月了还不给 | 问三遍了都没人回答我 | 衣服洗一次就掉色 | 鞋子穿着磨脚难受死了 | 味道刺鼻根本没法用 | 骗人的广告 | 一点效果都没有 | 包装烂得不成样子 | 我很生气 | 真后悔买了这个 | 什么破东西 |
  怎么又发错了 | 你们到底管不管 | 快递丢了你们还推卸责任 | 浪费我的时间 | 差评 | 我要投诉你们 | 太坑了刚买就降价 | 客服态度真差 | 不给退是吧那我就投诉 | 垃圾店铺 | 手感粗糙像地摊货 | 穿上特别显胖不好看 |
  屏幕有划痕明显是二手的 | 电池不耐用一会就没电 | 声音大得睡不着 | 充电慢还发烫 | 书页有缺页印刷模糊 | 用了脸上过敏又红又痒 | 头发越洗越油 | 水果都烂了一半 | 寄来的牛奶快过期了 | 拉链第一天就坏 |
  说明书都没有怎么用啊无语 | 一分钱一分货不值这个价 | 等得花都谢了 | 你们就是这样做生意的吗 | 凭什么不给我退 | 耽误我出门了怎么赔 | 没有一次是按时送到的 | 敷衍了事根本没解决问题 | 还是没修好 | 越用越卡 |
  怎么这么不负责任 | 承诺的都没做到 | 太让人寒心了 | 不满意 | 一般般不太好用 | 不太行 有点失望 | 没有想象中好 | 尺码严重不准 | 缩水缩得没法穿 | 有异味散不掉 | 线头多做工差 | 急用的结果还没到 烦死了 |
  什么时候才能处理啊都催了三次 | 订单无缘无故被取消气人 | 我都说了不是这个问题 | 答非所问 | 机器人一点用都没有 | 不想再跟你们说了 | 又坏了这是第二次换了 | 你们这是欺骗消费者 | 收到空盒子什么情况 |
  钱扣了货没有 | 快递员态度恶劣 | 把我东西摔坏了 | 扔在门口就走了 | 少发了还不承认 | 折腾了好几天 | 难吃 | 漏了一箱子 | 盖子都盖不紧 | 不保温 骗人的 | 太薄了 跟纸一样 | 退货还要自己出运费太不合理 |
  this is terrible | very disappointed with the quality | it broke after one day | I have been waiting two weeks and nothing | worst service ever | nobody answers my messages | you sent the wrong item again |
  I want my money back this is a joke | the material feels cheap | it never arrived | it smells awful | total waste of money | I will never buy here again | your support is useless | still no refund | this is unacceptable |
  the zipper broke on the first day | I am really upset | it does not work at all | rude staff | false advertising | my skin got red and itchy | how many times do I have to ask | the package arrived crushed |
  I regret buying this | battery dies in an hour | you keep ignoring me | it's late again | not what I ordered | not happy with it | it's not as good as I hoped | the size is completely wrong | so slow | what a scam | this is the third time it failed
`);
export const neutralSayings: readonly string[] = split(`
  请问什么时候发货 | 有没有大码 | 这个多少钱 | 好的谢谢 | 嗯嗯知道了 | 我想换个颜色 | 怎么退货 | 地址帮我改一下 | 可以开发票吗 | 能便宜点吗 | 这两款有什么区别 | 好的 | 谢谢 | 你好在吗 | 优惠券怎么用 | 物流到哪了 |
  我身高170穿什么码 | 申请退款了麻烦处理一下 | 收到了 | 我再看看 | 订单号是这个 | 什么快递 | 包邮吗 | 可以货到付款吗 | 会员怎么开 | 积分能换什么 | 保修多久 | 怎么安装 | 是正品吗 | 有实体店吗 | 几天能到 |
  我姓李 | 电话是这个 | 那我下单了 | 拍好了 | 麻烦备注一下送货时间 | 帮我查一下 | 不用了谢谢 | 行吧 | 好吧 | 转人工 | 有现货吗 | 面料是棉的吗 | 洗的时候要注意什么 | 能不能机洗 | 还没付款 | 有点大想换小一码 |
  不合适可以退吗 | 想退一件 | 坏了可以修吗 | 快递放驿站了吗 | 取件码是多少 | 发票抬头是公司 | 能用花呗吗 | 上海发货吗 | 周末能送吗 | 这个颜色还有吗 | 我买了两件 | 昨天下的单 | 请帮我取消订单 | 退款一般多久到账 |
  少了一个配件能补发吗 | 请问运费谁承担 | 怎么联系快递 | 好 我等着 | 那明天再说 | 是这样的 | 我拍照发你 | 稍等 | 可以的 | 麻烦了 | 辛苦了 | 哦这样啊 | 明白 | 换货地址发我一下 | 你们几点下班 | 有活动吗 |
  这本书是平装还是精装 | 电脑是什么配置 | 内存多大 | 能装几个人 | 手机壳适合哪个型号 | 洗发水适合油性头发吗 | 生产日期是哪天 | 送礼有礼盒吗 | 赠品是什么 | 怎么注册账号 | 忘记密码怎么办 | 验证码收不到 |
  when will it ship | do you have this in blue | how much is it | ok thanks | thank you | I would like to return one item | can I change the address | what size should I get | where is my order | how do I use the coupon |
  is it in stock | I need an invoice | how long is the warranty | please cancel my order | yes | no | sure | let me check | I placed the order yesterday | can I pay later | what is it made of | how do I install it |
  does it fit a 15 inch laptop | do you ship to Canada | my order number is here | can I exchange it for a bigger one | when will the refund arrive | talk to an agent please | one more question | got it | the red one please | I'll wait
`);
export const positiveSayings: readonly string[] = split(`
  太好了谢谢你 | 服务态度真好 | 质量很好很满意 | 发货真快第二天就到了 | 客服特别耐心 | 衣服很漂亮我很喜欢 | 穿着非常舒服 | 比我想象的还要好 | 性价比很高 值得买 | 给你们点个赞 | 五星好评 | 已经推荐给朋友了 |
  下次还来你家买 | 帮我解决了大问题太感谢了 | 孩子很喜欢 | 老婆收到特别开心 | 包装很用心 | 做工精细 | 用起来很方便 | 效果很明显 | 味道很香 | 很好吃 回购第三次了 | 物流神速 | 小姐姐人真好 | 多亏你们不然就赶不上了 |
  超级喜欢这个颜色 | 没想到这么快就处理好了 | 很贴心的服务 | 一直在你家买从没失望过 | 大小正合适 | 手感柔软 | 声音很小很安静 | 运行流畅速度快 | 书的内容很好印刷清晰 | 洗完头发很顺滑 | 电池很耐用 | 屏幕清晰好看 |
  真心不错 | 非常满意的一次购物 | 爱了爱了 | 太棒了 | 完美 | 问题解决了 你们真给力 | 谢谢你这么耐心帮我 | 很专业 | 好开心收到礼物了 | 东西收到了特别好 | 质感高级 | 保温效果很好 | 结实耐用 | 终于修好了感谢 |
  还送了小礼物惊喜 | 回复好快 赞 | 你真好 | 谢谢 帮了大忙了 | 这家店靠谱 | 买得放心用得舒心 | 颜值很高 | 上身效果很好 | 暖和又轻便 | 搭帐篷很简单 很好用 | 辛苦你了 服务真周到 |
  thank you so much you are wonderful | great service | I love it | excellent quality | fast delivery and well packed | it fits perfectly | very happy with my purchase | you solved my problem quickly | the staff was so kind |
  highly recommended | works like a charm | my kids love it | better than expected | will buy again | five stars | so comfortable | amazing customer support | thanks for being so patient | beautiful colour | arrived earlier than expected |
  perfect thank you | really impressed | you made my day | worth every penny | the fabric is so soft | that was quick thank you very much | awesome | what a lovely shop | great job | I'm delighted
`);
