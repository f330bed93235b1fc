import type { DefaultGroup } from "../types.ts";
import { intent } from "./intent.ts";

export const shipping: DefaultGroup = {
  key: "shipping",
  name: { "zh-CN": "物流配送", en: "Shipping" },
  intents: [
    intent("shipping.dispatch", "发货时间", "Dispatch time", {
      zh: `什么时候发货 | 今天拍今天能发吗 | 多久能发出 | 几点前下单当天发 | 周末发货吗 | 预售的几号发 | 从哪里发货 | 现在下单哪天寄出 |
        付款后几天发 | 一般多长时间发货 | 过年还发货吗 | 仓库在哪个城市 | 明天能发走吗 | 是当天发吗 | 定制的多久发 | 发货要等几天 | 晚上买第二天发吗 |
        预定的啥时候能寄 |
        啥时候发 | 几号发出 | 今天能寄出吗 | 哪里发的货 | 仓库在哪里 | 预售多久发货 | 哪天能发出来 | 下单后几天寄 | 晚点发可以吗 | 延迟发货可以吗我出差`,
      en: `when do you ship | how soon will it be dispatched | same day dispatch? | do you ship on weekends | where do you ship from | how long before you send it |
        if I order today when does it leave | when does the pre-order ship | handling time | order cut-off time for today | which warehouse does it come from |
        do you dispatch during holidays`,
    }),
    intent("shipping.urge", "催发货", "Chasing dispatch", {
      zh: `怎么还不发货 | 都三天了还没发 | 帮我催一下发货 | 快点发行不行 | 一直待发货 | 说好48小时发货呢 | 还没发吗我急用 | 催单 | 到底什么时候能发啊等好几天了 |
        付款一周了一点动静没有 | 尽快安排发货 | 超时未发货 | 加急发一下 | 怎么还是未发货状态 | 拖了这么久不发 | 能优先给我发吗 | 麻烦尽快发出 |
        今天必须给我发 | 承诺的发货时间都过了 |
        怎么还没发 | 催催仓库 | 好几天了都没发货 | 一直没发出来 | 快发货 | 发货太慢了 | 付了钱好久没发`,
      en: `why hasn't my order shipped yet | it's been five days and still not shipped | please ship it asap | still processing after a week | hurry up with my order |
        you said 48 hours | can you speed up the dispatch | I need it urgently please send it | order is overdue for shipping | still not dispatched |
        push the warehouse please | my order is stuck at awaiting shipment`,
    }),
    intent("shipping.delivery", "到货时效与快递", "Delivery time and carrier", {
      zh: `几天能到 | 发什么快递 | 能发顺丰吗 | 到北京要多久 | 明天能到吗 | 周五之前能收到吗 | 可以指定快递吗 | 默认什么快递 | 能换个快递吗 |
        寄到新疆多少天 | 大概什么时候送到 | 是空运还是陆运 | 江浙沪隔天到吗 | 赶在生日前能到不 | 发圆通还是中通 | 预计哪天到货 | 加钱走顺丰 |
        路上要几天 | 能次日达吗 | 我们这边只能收邮政 |
        多久能到 | 几天到货 | 发货后多久收到 | 可以走顺丰吗 | 加急要多少钱 | 想快点收到能加急吗 | 特快专递怎么选 | 用哪家快递 | 后天能拿到吗`,
      en: `how long does delivery take | which courier do you use | will it arrive by Friday | how many days to London | can you send it by DHL |
        next day delivery? | estimated delivery date | express shipping option | delivery time to Canada | can I choose the carrier | how fast is standard shipping |
        will I get it before Christmas`,
    }),
    intent("shipping.fee", "运费与范围", "Postage and areas", {
      zh: `包邮吗 | 运费多少 | 满多少包邮 | 西藏能发吗 | 偏远地区要加钱吗 | 邮费怎么这么贵 | 发到国外吗 | 香港能寄吗 | 海外怎么收费 | 两件邮费怎么算 |
        为什么收我十块运费 | 江浙沪包邮我这里呢 | 能免邮吗 | 快递费谁出 | 我们镇上能送吗 | 不在配送范围是什么意思 | 邮费能退吗 | 到付可以吗 | 新疆不包邮啊 |
        国外能寄吗 | 海外能买吗 | 发不发澳门台湾 | 西藏青海能送到吗 | 农村能送吗 | 乡下送不送 | 寄日本多少钱 | 需要邮费吗 | 免运费的条件 | 差几块钱包邮`,
      en: `is shipping free | how much is shipping | do you ship internationally | free shipping threshold | shipping cost to Germany |
        do you deliver to Hong Kong | why am I charged for delivery | extra fee for remote areas | can you ship to Australia | postage for two items |
        you don't deliver to my area? | do I pay customs`,
    }),
    intent("shipping.tracking", "物流查询", "Tracking", {
      zh: `我的快递到哪了 | 物流怎么不动了 | 查一下快递 | 单号是多少 | 物流三天没更新 | 怎么查不到物流信息 | 快递卡在中转站了 | 显示已发货但没物流 |
        帮我看看包裹到哪里了 | 怎么还没到 | 快递一直在广州不走 | 运单号发我 | 物流停了好几天 | 派件了吗 | 到哪儿了 | 快递是不是丢了一直没更新 |
        这个快递怎么走反方向了 | 为什么这么慢还在路上 | 催一下快递 | 单号查不到 |
        物流信息没有 | 发货了没物流 | 快递到哪里了 | 查物流 | 我的包裹呢 | 快递走到哪儿 | 是不是没真发货 | 停在一个地方不动 | 还要几天到啊都在路上好久了`,
      en: `where is my package | tracking number please | tracking hasn't updated for days | where's my order now | no tracking information | it's stuck in transit |
        has it been shipped track it | my parcel is late | tracking says label created | how do I track my order | package stuck at customs |
        the shipment has not moved since Monday | still not arrived`,
    }),
    intent("shipping.address", "修改地址", "Changing the address", {
      zh: `地址写错了怎么改 | 能帮我改下收货地址吗 | 我搬家了换个地址 | 已经发货还能改地址吗 | 改寄到公司 | 收货地址填成老家了 | 换个地方收货 |
        麻烦改到这个地址 | 门牌号漏写了 | 默认地址没改 | 寄错城市了能拦截改地址吗 | 修改配送地址 | 送到另一个小区行吗 | 地址少写了单元号 |
        能转寄吗 | 在哪里改地址`,
      en: `I entered the wrong address | change my delivery address | can you update the shipping address | I moved please send it elsewhere | ship it to my office instead |
        the house number is missing | can the address be changed after dispatch | redirect my parcel | wrong postcode on my order |
        deliver to a different address | how do I edit my address | apartment number missing`,
    }),
    intent("shipping.receipt", "派送签收", "Delivery to the door", {
      zh: `能送货上门吗 | 放驿站了取件码没有 | 快递员没给我打电话 | 我不在家能晚点送吗 | 放门口就行 | 可以改天送吗 | 不要放快递柜 | 让我自己去网点拿 |
        能约个时间送吗 | 送到几楼 | 快递不送上门 | 周末再派送可以吗 | 代收点关门了 | 快递员电话有吗 | 能放物业吗 | 大件包上楼吗 | 拒收可以吗 |
        家里没人签收怎么办 | 取件码发我 |
        能送到家吗 | 快递放哪里了 | 换个时间送 | 先别派送我出差 | 放保安那里 | 送快递前给我打电话 | 不想去驿站拿 | 晚上送可以吗`,
      en: `can you deliver to my door | leave it with the neighbour | nobody was home when the courier came | pick up code please | can I choose a delivery slot |
        deliver it after 6pm | the courier didn't call me | can I collect it from the depot | leave it at the front desk | reschedule the delivery |
        it was left at a pick-up point | do you carry it upstairs`,
    }),
    intent("shipping.lost", "丢件未收到", "Not received", {
      zh: `显示签收了但我没收到 | 快递丢了 | 包裹不见了 | 被别人签收了 | 没收到货却显示已完成 | 丢件怎么赔 | 谁签收的不是我 | 驿站说没有我的件 |
        物流说送到了可是没有 | 快递被偷了 | 快递弄丢了要补发吗 | 签收不是本人 | 一直没收到货 | 找不到我的快递了 | 快递公司说丢件了找你们 |
        根本没收到 怎么就签收了 |
        东西丢了 | 包裹没有啊显示送到了 | 签收人不是我 | 没拿到货 | 门口没有看到快递 | 快递寄丢了怎么办`,
      en: `it says delivered but I didn't get it | my package is lost | somebody else signed for it | never received my order | marked as delivered but nothing here |
        the parcel was stolen | lost in the post | I didn't sign for anything | pickup point doesn't have my parcel | missing package what now |
        resend my lost order | delivered to the wrong person`,
    }),
    intent("shipping.damage", "破损少件错发", "Damaged, missing or wrong item", {
      zh: `收到就是碎的 | 少发了一件 | 发错颜色了 | 盒子压扁了 | 漏发配件 | 我买的红的发成蓝的 | 快递箱破了东西坏了 | 里面少个螺丝 | 给我发错货了 |
        收到是空包裹 | 瓶子漏了一箱子 | 寄来的不是我买的那款 | 数量不对少一个 | 尺码发错了 | 摔坏了 | 赠送的配件没放 | 拆开发现裂了 | 包装破损严重 |
        买三个只收到两个 | 说明书和充电线都没有 |
        少了东西 | 压坏了 | 运输中弄坏了 | 买两个到了一个 | 缺配件 | 缺了一个零件 | 寄错了 | 收到的颜色不对 | 型号发错 | 收到货就是坏的`,
      en: `it arrived broken | an item is missing from my parcel | you sent the wrong colour | wrong item received | the box was crushed | parts are missing |
        I ordered three and got two | the bottle leaked in transit | you sent a different model | damaged on arrival | the package was empty |
        got the wrong size in the box | cracked when I opened it`,
    }),
  ],
};
