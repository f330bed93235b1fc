import { type Script, script } from "./script.ts";

/** Talks before buying and about use, and the few in English. */
export const scriptsAboutProducts: readonly Script[] = [
  script(
    "帐篷睡眠/帐篷",
    "presale.product",
    "solved",
    `客 {城市}{月}月去露营，云脊会不会冷
     服 帐篷主要挡风雨，保暖看睡袋，请问晚上大概几度
     客 (五六度|十度左右)吧
     服 那配晚星睡袋加一张防潮垫就够，睡觉时通风窗留条缝，不会结水
     客 (懂了|好)，睡袋买一个还是两个
     服 两个人就两个，左开右开能拼在一起`,
  ),
  script(
    "帐篷睡眠/帐篷",
    "aftersales.quality",
    "solved",
    `客 昨晚下大雨，帐篷接缝那里渗水了
     服 您描述一下是哪一条缝，是一排水珠还是湿了一片
     客 门上面那条，湿了一片
     服 听起来是压胶的问题，两年内免费修，也可以直接给您换新
     客 (换新|换一个)吧，下周还要用
     服 好，新的今天发，旧的收到新的后再寄回，不耽误您用`,
  ),
  script(
    "帐篷睡眠/睡袋",
    "presale.product",
    "solved",
    `客 我比较怕冷，零度用这个睡袋行吗
     服 它的舒适温度就是 0 ℃，怕冷的话再加抓绒内胆会更稳
     客 我 {身高}，长度够吗
     服 够的，适合 190 以内，您可以把脚部留一点空间放衣服`,
  ),
  script(
    "帐篷睡眠/防潮垫",
    "aftersales.quality",
    "solved",
    `客 垫子睡一晚就瘪了，是不是漏气
     服 您先充满关紧气嘴，压半小时看看，海绵垫遇冷也会软一点
     客 压了，(还是|真的)慢慢变软
     服 那多半是气嘴，我给您寄一个新气嘴，两分钟就能换，附图
     客 好的，换不好再找你`,
  ),
  script(
    "背包箱包/背包",
    "presale.size",
    "solved",
    `客 我身高 {身高}，45 升背着会不会太长
     服 背长 42 到 52 可调，155 到 188 都可以，您调到第二档试试
     客 装满了肩膀疼
     服 腰带要压在胯骨上再收紧，先扣腰带后拉肩带，重量就到腰上了
     客 (试了一下真的好多了|原来是这样)`,
  ),
  script(
    "背包箱包/旅行箱",
    "aftersales.usage",
    "solved",
    `客 箱子密码忘了，(急|明早飞机)
     服 别急，初始 000 试过吗
     客 试了不行
     服 那用手机手电照着锁下面的缝，转到每个轮都看到缺口，再一起加 5 位，多数能开
     客 开了开了！！
     服 太好啦，一路平安`,
  ),
  script(
    "背包箱包/收纳",
    "presale.product",
    "solved",
    `客 六件套能单买鞋袋吗
     服 目前是套装，鞋袋下个月会单卖，29 元
     客 (好|行)，上了提醒我
     服 您点一下到货提醒就行～`,
  ),
  script(
    "服装鞋靴/冲锋衣",
    "presale.size",
    "solved",
    `客 {身高}，{体重}斤，冲锋衣穿多大
     服 您平时外套穿什么码，里面要套抓绒吗
     客 平时 L，要套
     服 那 L 就合适，它是宽松版；喜欢再松一点选 XL
     客 颜色{颜色}有货吗
     服 有的，今天 16 点前下单当天发`,
  ),
  script(
    "服装鞋靴/冲锋衣",
    "aftersales.quality",
    "unsolved",
    `客 冲锋衣穿一年不防水了，是不是质量问题
     服 请问是表面不挂水珠，还是里面也湿了
     客 里面肩膀也湿
     服 背包肩带长期磨压会这样，属于磨损，可以付费修，30 元一条
     客 一年就磨坏了？(我不太能接受|八百多的衣服)
     服 我帮您把照片给产品同事再看一下，{天数}天内答复`,
  ),
  script(
    "服装鞋靴/抓绒",
    "aftersales.usage",
    "solved",
    `客 抓绒洗完变硬了
     服 多半是洗剂残留，再清水漂两遍，阴干后轻轻拍打就软了
     客 (我试试|是不是不能用柔顺剂)
     服 对，柔顺剂不要用，会影响排汗`,
  ),
  script(
    "服装鞋靴/登山鞋",
    "presale.size",
    "solved",
    `客 平时穿 {鞋码} 码，脚有点宽，登山鞋买多大
     服 脚宽建议大一码，穿厚袜子下坡不顶脚
     客 买大了会不会晃
     服 鞋带在脚踝处多绕一圈就锁住了，室内试不合适还能免费换一次
     客 (那就大一码|好嘞)`,
  ),
  script(
    "服装鞋靴/速干",
    "presale.product",
    "solved",
    `客 速干 T 恤白色透吗
     服 沙白是米白色，面料双层织法，不透的
     客 夏天跑步穿热不热
     服 很轻薄，40 分钟就干，跑步徒步都合适`,
  ),
  script(
    "露营装备/登山杖",
    "aftersales.usage",
    "solved",
    `客 登山杖一用力就缩回去
     服 外锁旁边有个小旋钮，顺时针拧半圈再扣上
     客 (拧了|找到了)，好像可以了
     服 要是还滑，您告诉我是第几节，我给您寄新的锁扣`,
  ),
  script(
    "露营装备/露营灯",
    "aftersales.quality",
    "upset, solved",
    `客 灯用了两次就充不进电了，(什么质量|晕)
     服 对不起，您换一个 5V 的普通充电头，长按开关 10 秒试试
     客 试了，没反应
     服 那就是电路问题，一年内直接换新，今天给您发，旧的随取件员带走
     客 (行|好的)，这还差不多`,
  ),
  script(
    "露营装备/保温壶",
    "aftersales.quality",
    "solved",
    `客 保温壶里有小黑点，是生锈吗
     服 先别担心，316 内胆不容易锈，多半是水垢，用白醋泡 20 分钟看看
     客 泡了掉了一半
     服 那就是水垢，再泡一次就干净了，如果还有我给您换新`,
  ),
  script(
    "露营装备/选购",
    "presale.choice",
    "solved",
    `客 两个人第一次露营，(预算一千五|别太贵)，帮忙配一下
     服 好呀，请问什么季节、开车还是背着走
     客 {月}月，开车去
     服 那云脊帐篷 599、防潮垫两张 438、露营灯 139，一共 1176，还能用满减
     客 睡袋要不要
     服 那个季节用家里的薄被就行，省下来的先玩起来
     客 (实在|真会替人省钱)`,
  ),
  script(
    "English",
    "shipping.tracking",
    "solved",
    `客 Hi, my order {订单号} hasn't moved for {天数} days
     服 Hello! Let me check with the courier, one moment please.
     服 It was held at the {城市} hub and leaves tonight. You should have it within two days.
     客 Great, thank you for checking`,
  ),
  script(
    "English",
    "presale.size",
    "solved",
    `客 I'm {身高} cm and usually wear M. Which jacket size?
     服 M should fit well. Will you wear a fleece underneath?
     客 Yes, in winter
     服 Then L gives you more room, and you can exchange once for free.`,
  ),
  script(
    "English",
    "shipping.fee",
    "unsolved",
    `客 Could you ship to Singapore?
     服 I'm sorry, we only deliver within mainland China for now.
     客 Any plan for that?
     服 Not this year I'm afraid. A forwarding company is the usual way.
     客 ok, pity`,
  ),
  script(
    "English",
    "aftersales.warranty",
    "solved",
    `客 The zipper of my backpack broke after {月数} months
     服 Sorry about that! It's under warranty, so the repair is free.
     客 How do I send it?
     服 I opened a repair request for you; the address is in the request. Please write the order number on a note.`,
  ),
];
