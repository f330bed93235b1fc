/** What people also ask a shop's bot, and no shop answers: the world, homework, commands to a phone, talk, and half sentences. */

const lines = (text: string): string[] =>
  text
    .trim()
    .split("\n")
    .flatMap((line) => line.split("|").map((saying) => saying.trim()));

export const worldZh = lines(`
放一首周杰伦的歌|帮我定个明天早上七点的闹钟|打开手电筒|给妈妈打电话|把音量调小一点|关掉蓝牙|播放最新的新闻联播|导航到最近的加油站|讲个笑话给我听|唱首歌吧
今天农历几号|现在几点了|后天是星期几|离过年还有多少天|今年中秋节是哪天|明天要穿外套吗|这周末会不会下雪|上海现在多少度|台风什么时候到|为什么最近老下雨
“辽阔”的近义词|“勇敢”的反义词是什么|“蓬”字怎么组词|用“不但而且”造句|写一篇关于春天的作文|三角形的面积公式|一吨等于多少斤|二分之一加三分之一等于几|圆周率后面是多少|鸡兔同笼怎么算
李白写过哪些诗|静夜思的下一句|唐朝是谁建立的|长江有多长|哪个国家面积最大|法国的首都在哪里|日本用什么钱|宁波是哪个省的|黄山海拔多少米|南极有没有人住
珠穆朗玛峰谁第一个登上去|地球到月亮有多远|恐龙是怎么灭绝的|彩虹有几种颜色|鲨鱼会不会睡觉|蜜蜂蜇人后会死吗|企鹅住在哪里|熊猫一天吃多少竹子|仙人掌多久浇一次水|绿萝叶子发黄怎么办
头疼得厉害吃点什么|嗓子痛怎么办|肚子胀气怎么缓解|大便颜色发黑是怎么回事|月经推迟了一个星期|怀孕三个月要做什么检查|血压高不能吃什么|糖尿病能吃西瓜吗|打呼噜怎么治|近视手术多大年龄能做
脚扭了要冰敷还是热敷|孩子不爱吃饭怎么办|宝宝几个月长牙|小孩半夜哭闹是什么原因|老人腿抽筋缺什么|晒伤了怎么处理|被猫抓了要打针吗|鼻子老是出血|怎么戒烟|白头发能变黑吗
番茄炒蛋先放哪个|米饭怎么煮不粘锅|包饺子的馅怎么调|牛肉炖多久才烂|豆浆机做豆浆要泡豆吗|鸡胸肉怎么做不柴|隔夜菜还能不能吃|香菜放多久会坏|煮粥放多少水|面包不发酵怎么回事
附近有什么好吃的|哪里有奶茶店|这附近有公园吗|西湖门票多少钱|故宫几点关门|去西藏要准备什么|坐高铁能带充电宝吗|机场怎么去|自驾去草原走哪条路|三亚冬天冷不冷
有什么好看的电影推荐|最近哪部电视剧火|这部剧一共多少集|动漫什么时候更新|小说主角最后死了吗|那首歌叫什么名字|演员表都有谁|春晚几点开始|世界杯谁赢了|昨天球赛比分多少
打王者怎么上星|吃鸡怎么压枪|我的世界怎么做床|游戏老是卡顿怎么办|手柄怎么连电脑|电脑蓝屏了怎么修|表格里怎么求和|文档怎么加页码|照片怎么变成pdf|打印机连不上
手机怎么截长图|手机发烫是怎么回事|旧手机里的照片怎么导出来|苹果手机怎么录屏|充电器发烫危险吗|电池多少毫安|内存不够怎么清理|应用下载不了怎么办|微信怎么拉黑人|抖音怎么涨粉
高考多少分能上一本|考研要考哪几门|教师资格证什么时候报名|会计证难考吗|这个专业好就业吗|学校宿舍有空调吗|录取通知书什么时候寄|专升本要几年|怎么学好数学|背单词有什么窍门
工资拖欠找谁|离职要提前多久说|劳动合同没签怎么赔|离婚孩子归谁|邻居太吵可以报警吗|租房押金不退怎么告|交通事故谁的责任|酒驾怎么处罚|欠条没写日期有效吗|遗产怎么分
房贷利率现在多少|黄金还会涨吗|基金亏了要不要卖|股票怎么开户|存银行一年多少利息|公积金能取多少|养老金怎么算|个税怎么申报|买车要交什么税|小额贷款靠谱吗
怎么追喜欢的人|男朋友不理我了|和婆婆吵架怎么办|老公忘了结婚纪念日|送女朋友什么好|朋友结婚随多少|分手了很难过|怎么安慰人|相亲聊什么|我失眠了睡不着
你家住哪里|你多大了|你有女朋友吗|你吃饭了没|你会不会唱歌|你喜欢什么颜色|你是哪里人|你能陪我聊天吗|我好无聊啊|你长什么样
能把这个发我一份吗|这个是什么呀|那个东西你看到了吗|刚才那个怎么样了|就是上面那张图|图片里的人是谁|我也不知道怎么说|算了没事了|随便问问|你帮我看看
我今天没去上班|他昨天跟我说的|我妈让我问的|我在路上呢|外面堵车了|孩子上学去了|刚下班好累|晚上吃火锅|周末去爬山了|家里停电了
头发剪多短好看|脸大适合什么发型|黑皮肤穿什么颜色显白|怎么去黑头|祛斑有什么办法|瘦脸针安全吗|隆鼻多少钱|纹眉能管几年|牙齿怎么变白|双眼皮手术疼吗
驾照扣了六分怎么办|汽车多久换一次机油|轮胎气压多少合适|车子打不着火|摩托车能上高速吗|新手怎么倒车入库|违章去哪里处理|加几号油好|电动车充多久|车牌号怎么选
猫咪不吃猫粮|狗狗几个月打疫苗|仓鼠能活几年|鱼缸水变绿了|乌龟冬眠要喂吗|鹦鹉怎么教说话|兔子能吃白菜吗|多肉怎么过冬|君子兰怎么养|院子里种什么树好
装修怎么省钱|地板选木头还是瓷砖|甲醛多久能散完|马桶堵了怎么通|窗户漏风怎么办|灯泡坏了怎么换|墙上的霉怎么去|水龙头滴水|油烟机怎么拆|衣服上的油渍怎么洗
身份证号在哪看|户口怎么迁|护照过期了怎么换|结婚登记要带什么|生孩子能报销多少|出国签证好办吗|居住证在哪里办|社保卡丢了|怎么查自己的档案|退休年龄是多少岁
`);

export const worldEn = lines(`
play some music|set an alarm for seven|turn off the lights|call my mother|what is the weather like today|will it snow this weekend|how cold is it in Oslo|tell me a joke|sing me a song|what time is it
what day is it tomorrow|how many days until Christmas|when is Mother's Day|translate good morning into French|what does serendipity mean|spell necessary|what rhymes with orange|write an essay about autumn|what is the square root of 81|convert ten miles to kilometres
who invented the telephone|how far away is the moon|why do cats purr|how long do turtles live|what do pandas eat|is a tomato a fruit|how deep is the ocean|what is photosynthesis|who painted the Mona Lisa|when did the war end
I have a headache what should I take|how do I get rid of a cough|is it safe to run with a cold|how much sleep do I need|why does my back hurt|my baby won't stop crying|what foods are high in iron|how do I stop smoking|can dogs eat grapes|what vaccines does a puppy need
how do I make pancakes|how long to boil an egg|what can I use instead of butter|my bread does not rise|how do I cook rice|is leftover chicken safe|what wine goes with fish|how much salt in pasta water|recipe for lentil soup|how do I sharpen a knife
what is a good film to watch|who won the game last night|when does the new season start|how does the book end|who sings this song|how many episodes are there|what time is kick-off|is the concert sold out|who is the best player ever|recommend me a podcast
how do I get to the airport|is there a park near here|where can I get good coffee|what should I see in Lisbon|do I need a visa for Japan|how long is the drive to the coast|can I hike there in winter|what is the fare to the city|is the museum open on Monday|which beach is the quietest
my computer is so slow|how do I take a screenshot|how do I sum a column|my printer will not print|why is my phone hot|how do I clear storage|what is a good password|how do I back up my photos|the wifi keeps dropping|how do I rotate a video
should I buy gold now|how do I invest in stocks|what is the mortgage rate|how much tax do I owe|how do I write a will|can my landlord raise the rent|I was fired what can I do|how do I get a divorce|what is the legal age here|how do I report a crime
how do I ask someone out|my best friend is mad at me|what gift should I get my dad|I feel lonely|how do I say sorry|are you real|where do you live|how old are you|do you like music|what is your favourite colour
how do I unclog a sink|how often should I water a cactus|what paint is best for wood|how do I fix a flat tyre|how do I remove a wine stain|when should I plant tulips|how do I hang a shelf|why is my grass yellow|how do I get rid of ants|how do I grow tomatoes
can you send me that one|what is this|I am not sure how to say it|it is in the picture above|never mind|just looking around|my boss told me to ask|I am on the bus|we had pizza last night|see what I mean
`);
