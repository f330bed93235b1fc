import { entryLines } from "./entry-lines.ts";

/**
 * Material of our own writing, from which the weights of the signals are fitted: a line is one entry, its wordings parted
 * by "|". Small shops of different trades, so that no trade's words matter; pairs that differ only by a negation or a
 * number are there on purpose. More of it in material-*.ts.
 */
export const broadbandZh = entryLines(`
宽带怎么报装|我想装宽带|新装宽带怎么办理|家里要拉条网线怎么弄|办宽带要什么手续
宽带安装要多少钱|装宽带收费吗|安装费是多少|师傅上门装收不收钱|初装费多少
宽带多久能装好|报装以后几天上门|装宽带要等多长时间|师傅什么时候来安装|预约了啥时候能装
宽带怎么移机|搬家了宽带怎么办|我换地址了网能跟着走吗|宽带可以换个地方用吗|移机怎么申请
移机要收费吗|搬家移宽带多少钱|宽带移机费用|换地址装网要交钱不
宽带怎么续费|宽带到期了怎么交钱|续约怎么办|网费在哪里交|快到期了如何续
宽带怎么退订|我不想用宽带了|怎么注销宽带|宽带拆机流程|销户怎么弄
合约没到期能退宽带吗|提前解约要违约金吗|没到期不用了要赔钱吗|违约金怎么算
宽带网速很慢怎么办|上网特别卡|网速不达标|看视频老是转圈|晚上网慢得不行
宽带连不上网怎么办|突然上不了网了|网断了|没有网络了怎么处理|光猫亮红灯上不了网
光猫亮红灯是什么意思|光猫los灯闪红|猫上面红灯一直亮|设备红灯亮怎么回事
路由器怎么设置|无线路由怎么配置|新买的路由器怎么连|wifi怎么设置|如何安装路由器
wifi密码忘了怎么办|无线密码不记得了|怎么查看wifi密码|家里wifi密码想不起来
怎么修改wifi密码|无线密码怎么改|想换个wifi密码|改无线网密码在哪改
怎么提速到1000M|宽带升级千兆|我想升级到1000兆|可以升到千兆宽带吗
100M宽带多少钱|百兆宽带资费|100兆一年多少钱|100M的套餐价格
300M宽带多少钱|300兆套餐资费|300M一年什么价|三百兆的宽带费用
固定ip怎么申请|能给我个公网ip吗|要办理固定ip|怎么开通公网地址
发票怎么开|宽带费用能开发票吗|电子发票去哪里下载|怎么要发票
账单怎么查|查一下这个月话费|我的费用明细在哪看|这个月怎么扣了这么多钱|消费记录怎么查询
套餐怎么变更|我想换个套餐|改套餐怎么办理|可以换便宜点的套餐吗
手机号可以携号转网吗|携号转网怎么办|不换号换运营商行吗|转网怎么申请
流量用完了怎么办|流量超了怎么收费|没流量了怎么买加油包|流量不够用
流量可以结转到下个月吗|剩下的流量下月还能用吗|没用完的流量会清零吗|流量不清零吗
不能打电话怎么办|电话打不出去|手机拨不了号|为什么打不了电话
能打国际电话吗|怎么开通国际长途|可以拨打国外号码吗|国际通话怎么开
停机了怎么复机|欠费停机怎么恢复|交了费还是停机|号码停了怎么开
手机卡丢了怎么补办|补卡要带什么|sim卡掉了|电话卡不见了怎么挂失
营业厅几点关门|营业时间是几点|营业厅周末上班吗|你们几点下班
附近的营业厅在哪里|最近的营业厅地址|去哪里线下办理|营业网点怎么查
`);

export const courseZh = entryLines(`
课程怎么报名|我想报名学习|在哪里报名|报班流程是什么|怎么买课
课程多少钱|学费是多少|报一个班什么价格|收费标准|这课贵不贵
学费可以分期吗|能分期付款吗|支持花呗分期不|一次付不起能分几期
报名后能退费吗|不想学了可以退钱吗|退学费怎么退|买了课能退款吗|能退吗
为什么不能退费|怎么不给我退钱|凭什么退不了|申请退费被拒绝了
试听课怎么预约|可以先试听吗|有没有免费体验课|我想先听一节看看
课程有效期多久|买的课能看多长时间|课程会过期吗|多久之内要看完|课程期限是一年吗
课程过期了还能看吗|有效期到了怎么延期|过期的课怎么续|能不能延长时间
直播课错过了有回放吗|没赶上直播怎么办|可以看录播吗|回放在哪里看|上课迟到能补看吗
视频打不开怎么办|课程播放不了|一直加载看不了课|点开视频黑屏|看课卡顿
可以下载视频吗|能离线观看吗|怎么缓存课程|没网能看课吗
课件资料在哪下载|讲义怎么领取|老师的ppt在哪|学习资料给不给
怎么联系老师|老师微信多少|有问题去哪里问老师|谁来答疑|课后答疑怎么找
可以换老师吗|我想换个老师|不喜欢现在的老师能换吗|更换授课老师
可以转班吗|换到别的班行不行|想调到周末班|怎么调班
怎么请假|这节课上不了|临时有事不能上课|请假要提前多久说
请假的课会补吗|缺的课怎么补|没上的课时还在吗|落下的课补不补
有结业证书吗|学完发证吗|毕业证书怎么领|拿到的证书有用吗
证书什么时候发|证书多久能寄到|结课后几天发证|我的证书怎么还没到
零基础可以学吗|完全不会能报吗|没学过跟得上吗|小白适合吗
孩子5岁能学吗|5岁可以报名吗|五岁小朋友适合上吗|5岁会不会太小
孩子10岁能学吗|10岁可以报名吗|十岁还能学吗|10岁上哪个班
上课时间是几点|什么时候上课|课表怎么看|每周几节课|晚上有课吗
上课地点在哪里|校区地址在哪|你们学校在什么地方|怎么过去坐几路车
线上和线下有什么区别|网课和面授哪个好|线上课跟线下一样吗
一个班多少人|是小班教学吗|班里几个学生|一对一还是大班
账号怎么换绑手机|换了手机号怎么登录|修改绑定的手机号|手机号变了怎么改
收不到验证码怎么办|验证码一直没来|短信验证码收不到|没收到登录的验证码
忘记密码怎么办|登录密码不记得了|怎么找回密码|密码错误登不上
可以几个人一起用账号吗|账号能借给朋友吗|一个号能登几台设备|多台手机同时登录行吗
优惠券怎么使用|券在哪里用|优惠码填在哪|抵扣券怎么用不了
老学员有优惠吗|续报打折吗|老生报名便宜多少|再报一门有折扣吗
推荐朋友有奖励吗|介绍同学报名给什么|拉新返现吗|邀请好友怎么领奖
`);

export const homeShopZh = entryLines(`
七天无理由退货怎么算|7天无理由从哪天开始算|签收后7天内能退吗|七天退货期怎么计算
15天内可以换货吗|十五天包换吗|收到15天内换新行不行|15天换货怎么申请
质保1年吗|保修一年还是多久|一年内坏了修不修|1年质保包括什么
电池质保3个月吗|电池三个月内坏了管吗|3个月电池保修|电池保多久
退货运费谁出|寄回去的邮费谁付|退货要自己掏运费吗|退回来运费算谁的
换货运费谁承担|换货的邮费要我出吗|调换来回运费谁付
退款多久到账|退的钱什么时候到|退款几天能收到|钱啥时候退给我|申请退款后多长时间到账
退款申请怎么取消|不想退了怎么撤回|撤销退款|退款点错了怎么取消
怎么申请退款|我要退款|如何退钱|退款在哪里点|东西不要了怎么退
怎么申请换货|我想换个颜色|买错尺码怎么换|换一件怎么操作
订单怎么取消|我不想要了还没发货|取消订单在哪|拍错了想取消
订单取消不了怎么办|为什么不能取消订单|取消按钮是灰的|点不了取消
地址写错了怎么改|能改收货地址吗|换个收货地址|下单后修改地址
地址不能修改了怎么办|已经发货还能改地址吗|改不了地址|显示无法修改地址
什么时候发货|多久发货|今天拍今天发吗|几天能发出来|怎么还没发货
发什么快递|用的哪家快递|是顺丰吗|走什么物流|能指定快递吗
快递到哪了|我的包裹到哪里了|物流怎么查|查一下快递进度|物流信息几天没更新了
显示签收但没收到|没收到货却显示已签收|快递说签收了我没拿到|包裹不见了
收到货少了东西|漏发了一件|少发配件怎么办|买两个只到了一个
收到的东西是坏的|到货破损|拆开就碎了|商品有瑕疵怎么处理|寄来的是坏的
能货到付款吗|支持到付吗|收到再给钱可以吗|先收货后付款行吗
可以开专票吗|能开增值税专用发票吗|要公司抬头的专票|开专用发票需要什么
可以便宜点吗|能不能少点|有优惠吗|再便宜些行不|最低多少钱
满200减多少|满200有什么活动|200块钱能减吗|两百元优惠多少
满500减多少|满500怎么优惠|凑够500能便宜多少|五百块减几块
买贵了能退差价吗|刚买就降价了|价保怎么申请|降价补差价吗
积分怎么用|积分能抵钱吗|会员积分可以换什么|我的积分在哪花
这款防水吗|下雨能用吗|沾水会不会坏|防水等级是多少
这款能水洗吗|可以放洗衣机洗吗|怎么清洗|脏了怎么洗
有现货吗|还有货吗|现在有没有库存|能马上发吗
缺货什么时候补|没货了啥时候到|断码还补吗|卖完了还会上吗
尺码怎么选|我170穿多大|身高体重选什么号|偏大还是偏小|该拿哪个码
会不会掉色|褪色吗|洗了会不会染色|颜色洗得掉吗
有味道怎么办|刚打开味道很大|异味怎么去|闻着刺鼻正常吗
说明书在哪里|没有说明书怎么用|使用教程发我一份|怎么安装
`);

export const electronicsEn = entryLines(`
How do I return an item?|I want to send this back|what is the return process|can I return my order|start a return
How long does a refund take?|when will I get my money back|refund not received yet|how many days until the refund arrives
Who pays for return shipping?|do I have to pay to send it back|is return postage free|return shipping cost
How do I cancel my order?|cancel order|I ordered by mistake, can I stop it|please cancel my purchase
Can I change my delivery address?|I entered the wrong address|update shipping address|send it to another address instead
How long does shipping take?|when will my parcel arrive|delivery time|how many days for delivery
Where is my order?|track my package|my parcel has not arrived|order status|tracking number does not update
Do you ship internationally?|can you deliver to Canada|shipping abroad|do you send overseas
How much is shipping?|delivery fee|is shipping free|what does postage cost
What payment methods do you accept?|can I pay with PayPal|do you take credit cards|ways to pay
My payment was declined|card does not work at checkout|payment failed|why can't I pay
Can I pay in installments?|monthly payments|do you offer financing|pay later option
I was charged twice|double charge on my card|two payments for one order|duplicate payment
How do I get an invoice?|need a receipt|invoice with company name|where can I download my bill
How do I use a discount code?|where do I enter the coupon|promo code not working|apply voucher
Do you have student discounts?|discount for students|cheaper for university|education pricing
What does the warranty cover?|is accidental damage included|warranty terms|what is under guarantee
How long is the warranty?|warranty period|guarantee for how many years|is it covered for 2 years
My headphones won't turn on|device does not start|no power at all|it is dead and does not switch on
The battery drains too fast|battery life is short|charge lasts only an hour|battery runs out quickly
How do I charge it?|charging instructions|which charger should I use|how to recharge the battery
Does it support fast charging?|quick charge|can it be charged with 65W|is rapid charging possible
How do I pair it over Bluetooth?|connect to my phone|bluetooth pairing|cannot find device in bluetooth
Only one earbud works|no sound in the left ear|right side is silent|one side stopped working
Is it waterproof?|can I use it in the rain|can I swim with it|water resistance rating
Is it compatible with iPhone?|does it work with iOS|will it work with my Apple phone|iPhone support
Is it compatible with Android?|does it work with Samsung|Android support|will it work on a Pixel
How do I update the firmware?|software update|install latest version|upgrade firmware
How do I reset it?|factory reset|restore default settings|reset to factory
I received the wrong item|you sent me something else|not what I ordered|wrong colour delivered
My item arrived damaged|box was broken on arrival|screen cracked when delivered|product came broken
A part is missing from the box|cable not included|missing accessories|no charger in the package
Do you sell spare parts?|replacement ear tips|buy a new cable|where to get parts
How do I reset my password?|forgot password|cannot log in to my account|password reset mail not arriving
How do I delete my account?|close my account|remove my data|I don't want an account any more
Can I change my email address?|update my email|new email for my account|wrong email in profile
Is this item in stock?|when will it be available again|out of stock|do you have this in black
Do you have a physical store?|where is your shop|can I pick it up in person|store address
What are your opening hours?|when are you open|are you open on Sunday|business hours
How do I unsubscribe from the newsletter?|stop sending me emails|too many marketing mails|opt out of emails
`);

/** Nobody's knowledge: other worlds altogether, and shop-like words about nothing in particular. */
export const farZh = `
今天股市怎么样|明天会下雨吗|周杰伦的新歌叫什么|怎么煮红烧肉|世界上最高的山是什么|孩子发烧怎么办|高考分数线多少|火车票怎么抢
感冒吃什么药|三国演义作者是谁|北京到上海多远|如何学好英语|房贷利率是多少|猫不吃东西怎么回事|苹果和三星哪个好|减肥吃什么
身份证丢了怎么办|怎么考驾照|公积金怎么提取|梦见蛇是什么意思|一公里等于多少米|怎么养多肉植物|太阳为什么会发光|去云南旅游几月好
电影院今晚放什么|怎么写简历|社保断了怎么办|广州有什么好吃的|怎么做数学题|王者荣耀怎么上分|美国总统是谁|足球比赛几点开始
帮我写一首诗|给我推荐一部小说|血压高要注意什么|汽车年检多少钱|怎么注册公司|户口怎么迁|手机怎么截屏|电脑蓝屏怎么修
吉他怎么学|鱼香肉丝怎么做|地铁几点停运|春节放几天假|怎么追女生|牙疼怎么缓解|量子力学是什么|怎么炒股|比特币多少钱一个|长城有多长
我朋友昨天结婚了|楼下邻居太吵|今天心情不好|我在等公交车|随便看看|那个事情你知道吧|不知道说什么|上次说的那个|你猜我在干嘛|外面好热`
  .trim()
  .split(/[|\n]/);
export const farEn = `
what is the capital of France|how do I bake bread|who won the football match|is it going to rain tomorrow|how tall is Mount Everest
tell me about black holes|best restaurants in Rome|how to lose weight fast|what time does the train leave|who wrote Hamlet
how do I learn guitar|what is the price of gold|my cat does not eat|how to write a resume|translate this into Spanish
is coffee bad for you|how many planets are there|what should I cook tonight|which car should I buy|how do I get a visa
when is the next election|why is the sky blue|my neighbour is noisy|how to remove a tattoo|what does this dream mean
I had a long day|it was raining in London|my friend is getting married|you never know|that thing from before`
  .trim()
  .split(/[|\n]/);
