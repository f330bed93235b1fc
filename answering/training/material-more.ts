import { entryLines } from "./entry-lines.ts";

/** More trades: a game, software for companies, a property office; and three in English. */
export const gameZh = entryLines(`
账号被封了怎么办|为什么封我号|号被封了怎么解|被误封如何申诉
账号被盗怎么找回|我的号被偷了|号被别人登了怎么办|怎么找回游戏账号
怎么换绑手机|游戏绑定的手机换了|更换绑定手机号|手机号换了登不上
怎么实名认证|实名在哪里改|防沉迷怎么认证|身份信息填错了能改吗
未成年能玩多久|防沉迷限制几小时|为什么不让我玩了|小孩几点可以登录
充值没到账怎么办|充了钱没有钻石|付款了没收到|钻石充值不到账
充错了能退吗|充值可以退款吗|小孩乱充钱能退不|误充怎么退
首充有什么奖励|第一次充值送什么|首充礼包是啥|首充奖励怎么领
礼包码在哪里领|兑换码怎么弄|有没有礼包码|激活码哪里有
礼包码怎么用|兑换码在哪里输入|码填哪里|如何兑换礼包
礼包码用不了|兑换码显示无效|码过期了怎么办|兑换失败
怎么加好友|如何添加好友|搜不到好友|加人在哪里加
怎么加公会|公会如何加入|想进个公会|在哪申请公会
怎么退出公会|想退会|公会怎么退|离开公会会扣什么吗
怎么改名字|改名卡哪里来|角色名能改吗|换个名字怎么弄
怎么换区|能转到别的服吗|角色转服怎么弄|可以换服务器吗
合区会怎样|合服后名字怎么办|什么时候合区|合服有什么影响
怎么升级快|升级最快的方法|经验哪里多|如何快速升级
装备怎么强化|强化装备在哪|如何升装备|装备升星怎么弄
强化失败会掉级吗|强化不成功会怎样|强化掉星吗|强化会碎吗
武器哪里打|好武器怎么得|橙色武器怎么获得|哪里爆武器
英雄怎么解锁|怎么得到新英雄|新角色怎么获取|如何解锁角色
哪个英雄厉害|什么英雄好用|新手玩哪个角色|最强英雄是谁
金币怎么赚|如何快速赚金币|金币不够用|刷金币的方法
体力怎么恢复|体力多久回满|体力没了怎么办|体力在哪里买
每日任务在哪里|日常怎么做|任务几点刷新|日常任务没刷新
副本打不过怎么办|第三关怎么过|boss打不死|副本攻略
排位什么时候开|排位赛几点开始|赛季什么时候结束|新赛季哪天开
段位掉了怎么办|为什么掉段|掉星是怎么算|输了扣几分
挂机会被封吗|可以用外挂吗|用脚本会不会封号|挂机违规吗
怎么举报外挂|遇到开挂的怎么办|举报玩家在哪里|有人作弊怎么投诉
游戏卡怎么办|玩游戏掉帧|延迟高怎么解决|老是卡顿掉线
游戏闪退怎么办|打开就闪退|进不去游戏|一进游戏就退出
更新失败怎么办|更新不了|下载更新包卡住|版本更新一直转
怎么下载|在哪里下游戏|电脑能玩吗|有没有苹果版
皮肤怎么买|皮肤多少钱|怎么获得皮肤|免费皮肤怎么拿
皮肤能送人吗|怎么给好友送皮肤|可以赠送皮肤不|送礼物怎么送
皮肤买了能退吗|买错皮肤怎么退|皮肤退款|不喜欢的皮肤可以换吗
角色能删吗|怎么删除角色|删号怎么弄|想重新建一个角色
怎么注销账号|游戏账号如何注销|不玩了想销号|彻底删除账号
`);

export const softwareZh = entryLines(`
怎么添加员工|如何邀请同事加入|新来的人怎么加进来|员工账号怎么建
怎么删除员工|离职的人怎么移除|同事走了账号怎么处理|停用员工账号
怎么设置管理员|想让他当管理员|管理员权限怎么给|如何更换管理员
怎么修改权限|某人看不到数据怎么开权限|权限在哪里设置|角色权限怎么分配
怎么导入客户|客户资料批量导入|如何用表格导入客户|excel客户怎么上传
导入失败怎么办|表格导不进去|导入报错|上传的文件格式不对
怎么导出数据|报表如何导出|能导出成excel吗|数据下载在哪里
导出为什么是空的|导出来没有数据|导出文件打不开|导出失败是什么原因
怎么新建部门|部门在哪加|组织架构怎么建|如何调整部门
怎么设置审批流程|审批流在哪里配|请假审批怎么设|如何加审批人
审批能撤回吗|提交的申请怎么撤销|审批提错了怎么撤|已提交能收回吗
审批转给别人怎么弄|我出差谁来批|审批如何转交|委托同事审批
怎么打卡|考勤在哪里打|手机打卡怎么用|如何外勤打卡
打卡打不上怎么办|定位不准打不了卡|打卡失败|显示不在打卡范围
忘记打卡怎么补|补卡怎么申请|漏打卡怎么办|补签在哪里
考勤规则怎么改|上班时间在哪设|修改打卡时间|怎么设置弹性考勤
加班怎么算|加班时长在哪看|加班要申请吗|加班怎么统计
工资条怎么看|工资明细在哪里|查工资条|怎么发工资条
软件怎么收费|多少钱一年|一个人一年多少|价格怎么算
可以试用吗|有免费版吗|试用期多久|能先用再买吗
怎么续费|到期了怎么交钱|合同到期如何续|续费在哪里
怎么加人数|账号不够用了怎么买|增加席位|扩容怎么收费
可以退款吗|买了不想用能退吗|退费怎么办|没用完的钱退不退
发票怎么开|怎么申请发票|要开专票|发票什么时候寄
数据安全吗|资料会不会泄露|数据存在哪里|别人能看到我们的数据吗
数据误删能恢复吗|删错了怎么找回|回收站在哪|客户删掉了怎么还原
怎么备份|数据多久备份一次|能自己备份吗|如何备份公司资料
忘记密码怎么办|登录密码重置|密码怎么找回|员工密码忘了
登录不上怎么办|进不去系统|提示账号不存在|登录一直失败
怎么对接微信|能绑公众号吗|如何接入企业微信|微信接不上
有没有接口|api文档在哪|怎么调用接口|支持二次开发吗
接口报错怎么办|调用api返回403|接口没有权限|接口超时
怎么换手机号|账号手机号改一下|更换登录手机|手机号停用了
公司名称怎么改|企业改名了怎么办|修改公司信息|换公司抬头
怎么转让团队|团队所有者更换|创建人离职了怎么办|把企业转给别人
怎么解散团队|不用了怎么注销企业|删除公司账号|如何解散企业
消息收不到怎么办|没有通知提醒|手机不弹消息|推送收不到
怎么关闭通知|提醒太多了|消息免打扰在哪|关掉邮件提醒
怎么联系客服|人工电话多少|找技术支持|有没有服务群
有培训吗|怎么学会用|使用手册在哪里|教程视频有吗
`);

export const propertyZh = entryLines(`
物业费怎么交|物业费在哪里缴|手机能交物业费吗|如何缴纳物业费
物业费多少钱|一平米几块物业费|物业费怎么算|每月物业费是多少
没住也要交物业费吗|空置房收物业费吗|房子没人住物业费打折吗
物业费能开发票吗|交了费怎么要票|物业发票在哪开
停车位怎么租|想租个车位|地下车位如何申请|车位在哪里办
车位多少钱一个月|停车费多少|月租车位什么价|停一个月多少
访客车怎么进|朋友来能停车吗|外来车辆怎么登记|临时停车收费吗
车牌怎么登记|换车了改车牌|车牌录入在哪|新车牌怎么绑定
门禁卡怎么办|办门禁卡要什么|多配一张门禁卡|门卡在哪办
门禁卡丢了怎么补|补门禁卡多少钱|门卡掉了|钥匙卡不见了
门禁卡失灵怎么办|刷卡没反应|门卡刷不开|为什么门禁刷不了
家里漏水怎么报修|水管爆了|天花板滴水找谁|厨房漏水
家里停电了怎么办|跳闸了|没电了找谁|整栋楼都停电了
停水了什么时候来|今天怎么没水|停水到几点|什么时候恢复供水
马桶堵了怎么办|下水道不通|厕所堵了能来通吗|地漏返水
电梯坏了怎么报|电梯停了|电梯不动了|电梯困人怎么办
维修要收费吗|师傅上门多少钱|修水管收钱吗|报修免费吗
报修多久来人|师傅什么时候到|报修了没人来|等多长时间有人修
暖气不热怎么办|家里不暖和|地暖不热|暖气片冰凉
什么时候供暖|几号开始送暖气|今年暖气哪天来|供暖时间
暖气费怎么交|取暖费多少钱|供暖费在哪交|暖气费按面积算吗
可以停暖吗|不想交暖气费|今年不用暖气怎么办|停供手续怎么办
燃气怎么开通|新房通燃气|天然气如何点火|开气要什么手续
燃气费怎么交|天然气在哪充|煤气怎么买|气费如何缴
电费怎么交|电卡怎么充值|在哪买电|电费缴纳
电表怎么看|怎么看用了几度电|电表读数在哪|剩余电量怎么查
装修要办什么手续|装修怎么申请|新房装修登记|装修要交押金吗
装修几点能施工|什么时间可以装修|周末能不能装修|中午让不让施工
装修押金怎么退|装修完押金退吗|押金什么时候退|退装修保证金
装修垃圾放哪里|建筑垃圾怎么清|装修垃圾清运费|垃圾堆楼下行吗
楼上太吵怎么办|邻居半夜噪音|楼上小孩跳怎么投诉|扰民了找谁
邻居养狗太吵|狗一直叫怎么办|有人遛狗不牵绳|养狗扰民投诉
可以养狗吗|小区让养宠物吗|养狗要登记吗|能养大型犬吗
快递放哪里|快递柜在哪|能帮我收快递吗|快递可以放物业吗
垃圾怎么分类|厨余垃圾扔哪|垃圾几点收|垃圾桶在哪里
大件垃圾怎么扔|旧沙发扔哪里|旧家具怎么处理|床垫不要了
怎么出租房子|租客要登记吗|房子租出去要说吗|租户信息怎么报
怎么过户|房子卖了物业怎么改名|业主变更要什么|更换户主
业委会怎么联系|业主委员会电话|想加入业委会|业主大会什么时候开
物业电话多少|怎么联系物业|物业办公室在哪|前台几点上班
`);

export const bankEn = entryLines(`
How do I activate my card?|my new card arrived, how do I start using it|card activation steps|where do I activate the card
My card hasn't arrived yet|where is my card|I am still waiting for my new card|card not delivered
How long does card delivery take?|when will my card get here|how many days until I receive the card|card delivery time
My card was declined|why was my payment refused|card payment did not go through|the shop could not charge my card
I lost my card|my card was stolen|I can't find my card|how do I report a missing card
How do I change my PIN?|I want a new pin code|can I pick another pin|update my card pin
I forgot my PIN|can't remember my pin number|how do I get a pin reminder|my pin is not coming to mind
My PIN is blocked|I entered the wrong pin too often|unblock my pin|pin locked after three tries
How do I top up my account?|how can I add money|put funds on my account|ways to load money
My top up failed|adding money did not work|why was the top-up rejected|my deposit was not accepted
Is there a fee for topping up?|do you charge for adding money|top up costs|cost of loading money by card
How do I transfer money to someone?|send money to a friend|make a transfer|how can I pay another person
How long does a transfer take?|when will my transfer arrive|the money I sent is not there yet|transfer time
I sent money to the wrong person|transfer went to the wrong account|mistaken transfer, can I get it back|wrong recipient
Can I cancel a transfer?|undo a transfer|how do I stop a payment I just sent|revert a transfer
Are there fees for transfers?|what does a transfer cost|why was I charged for sending money|transfer charge
How do I withdraw cash?|can I use an ATM|get cash from a machine|where can I take out money
I was charged for a cash withdrawal|why is there an ATM fee|cash withdrawal fee|fee for taking out money
The ATM gave me less money|wrong amount of cash from the machine|I did not get all my cash|cash machine short-changed me
The ATM kept my card|machine swallowed my card|my card got stuck in the ATM|card retained by machine
What exchange rate do you use?|how is the rate worked out|foreign currency rate|where do your rates come from
I got a bad exchange rate|the rate on my purchase is wrong|exchange rate is not what I expected|wrong rate applied
Which currencies do you support?|can I hold euros|what currencies are available|do you have dollars
There is a payment I don't recognise|I did not make this purchase|unknown charge on my statement|strange transaction
I was charged twice|double payment|same purchase appears two times|duplicate charge
How do I get a refund?|I want my money back from a shop|request a refund for a purchase|refund a payment
My refund is missing|refund not showing up|the shop refunded me but nothing arrived|where is my refund
How do I verify my identity?|what do I need to prove who I am|identity check steps|verification documents
Why do you need to verify me?|reason for identity check|do I have to prove my identity|is verification required
My verification failed|identity check did not work|you could not confirm my identity|documents were refused
How do I change my address?|I moved house|update my home address|new address
I have a new phone number|change my mobile number|how do I update the phone on my account|my number changed
I forgot my password|reset my password|can't log in, password lost|passcode not working
How do I close my account?|delete my account|I want to leave|cancel my account please
Can children have an account?|account for my daughter|minimum age|how old do I have to be
What are the spending limits?|how much can I spend a day|is there a maximum payment|card limit
How do I raise my limit?|increase my card limit|my limit is too low|can I get a higher limit
Can I have a second card?|order an extra card|additional card for my account|one more card please
How do I get a virtual card?|disposable card|card for online shopping only|where is my virtual card
My virtual card doesn't work|online card declined|virtual card rejected|disposable card not accepted
Does it work with Apple Pay?|add the card to my phone|use my watch to pay|google pay support
Can I use my card abroad?|does the card work overseas|paying in another country|travelling with my card
My balance is wrong|the balance did not change after a deposit|money missing from my balance|balance not updated
How do I set up a direct debit?|automatic payments from my account|create a standing order|pay my rent every month automatically
A direct debit I didn't set up|unknown direct debit|cancel a direct debit|stop a regular payment
`);

export const hostingEn = entryLines(`
How do I reset my password?|I forgot my login password|can't remember password|password reset link
I can't log in|login fails|sign in does not work|the site won't let me in
How do I invite my team?|add a colleague|new user for our workspace|how to give a teammate access
How do I remove a user?|someone left the company|delete a team member|revoke access for a person
How do I change my plan?|upgrade my subscription|switch to a bigger plan|move to another tier
How do I downgrade?|switch to a smaller plan|cheaper plan|go back to the basic tier
How do I cancel my subscription?|stop my plan|I don't want to renew|end the subscription
How much does it cost?|pricing|what is the price per month|cost per user
Is there a free trial?|can I try it first|trial period|test without paying
Can I get a refund?|money back|I was charged but don't use it|refund for unused months
Where are my invoices?|download an invoice|get a receipt|billing history
How do I change my credit card?|update payment details|new card for billing|payment method expired
My payment failed|card declined for renewal|billing error|could not charge
How do I export my data?|download all data|get a copy of everything|export to csv
How do I import data?|upload a csv|bring records from another tool|bulk import
Import fails|csv upload error|file rejected|my import is stuck
How do I restore deleted items?|recover something I deleted|undo delete|trash bin
How often are backups made?|do you back up data|backup schedule|are there backups
Is my data encrypted?|how safe is it|security of my data|where is data stored
How do I connect a domain?|use my own domain|point domain to my site|custom domain setup
My domain doesn't work|site not reachable under my domain|dns not resolving|domain shows an error
How do I get an SSL certificate?|enable https|secure my site|tls certificate
My site is down|website offline|server not responding|site unreachable
My site is slow|pages load slowly|performance is bad|takes forever to open
How much storage do I have?|disk space left|storage limit|quota
I ran out of storage|disk full|how to get more space|buy additional storage
How do I create an email address?|new mailbox|set up email|add an email account
I don't receive emails|mail not arriving|inbox empty|emails are missing
My emails go to spam|mail marked as junk|recipients find us in spam|spam folder problem
How do I turn off notifications?|too many emails from you|stop alerts|mute notifications
Is there an API?|api documentation|developer access|how to call your api
Where is my API key?|create a token|get an api key|access token location
API limit reached|rate limit|too many requests error|429 error
Do you support single sign-on?|sso with google|saml login|log in with company account
How do I turn on two-factor login?|enable 2fa|two step verification|authenticator app
I lost my 2FA device|new phone, no codes|can't get the verification code|authenticator lost
How do I change my email address?|update login email|new email for my account|different email
How do I delete my account?|remove my account for good|close account|erase my data
How do I contact support?|talk to someone|support phone|help desk
What are your support hours?|when are you available|weekend support|time zone of support
`);

export const travelEn = entryLines(`
How do I cancel my booking?|cancel my reservation|I can't come any more|undo my booking
What does it cost to cancel?|cancellation fee|is cancelling free|will I lose money if I cancel
How do I change the dates?|move my stay to another week|reschedule|different dates please
When can I check in?|earliest check-in|what time can we arrive|check in hours
When do I have to check out?|checkout time|latest time to leave the room|when must we leave
Can I check out late?|stay a bit longer on the last day|late departure|keep the room until evening
Is breakfast included?|do we get breakfast|is there food in the morning|does the price cover breakfast
Is there parking?|where can I leave my car|car park|can we park at the hotel
How much is parking?|parking fee|cost per day for the car|is parking free
Are pets allowed?|can I bring my dog|cat in the room|do you take animals
Is there wifi?|internet in the room|wireless access|do you have wi-fi
The wifi doesn't work|internet is down in my room|can't get online|wireless keeps dropping
Can you add a bed?|extra bed for a child|cot for our baby|third person in the room
Do children stay free?|price for kids|are children charged|child discount
How do I get there from the airport?|directions from the airport|how to reach the hotel|way from airport
Do you have an airport shuttle?|can someone pick us up|transfer from airport|hotel bus
Is there a pool?|can we swim|swimming pool opening times|pool heated
Is there a gym?|fitness room|where can I work out|exercise equipment
Can I pay on arrival?|pay at the hotel|do I have to pay now|payment at check-in
Which cards do you take?|can I pay by card|do you accept visa|payment types
Why was I charged already?|money taken before arrival|early charge on my card|prepayment taken
Do I need to pay a deposit?|security deposit|is there a deposit|hold on my card
When do I get my deposit back?|return of deposit|deposit not refunded|my deposit is still held
I left something in the room|lost item|forgot my charger|lost and found
Can I store my luggage?|leave bags after checkout|luggage room|keep my suitcase
Do you have family rooms?|room for four people|two rooms next to each other|connecting rooms
Can I have a quiet room?|room away from the street|not facing the road|noise in my room
The air conditioning is broken|room too hot|ac not cooling|heating doesn't work
Can I get an invoice?|bill for my company|receipt for my stay|tax invoice
I never got a confirmation|no booking email|is my reservation confirmed|confirmation missing
`);
