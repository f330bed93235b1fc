import type { DefaultGroup } from "../types.ts";
import { intent } from "./intent.ts";

export const order: DefaultGroup = {
  key: "order",
  name: { "zh-CN": "订单交易", en: "Orders" },
  intents: [
    intent("order.place", "下单指导", "Placing an order", {
      zh: `怎么下单 | 提交订单失败 | 不能加入购物车 | 两件能一起拍吗 | 怎么备注 | 提示超出限购 | 没有账号能买吗 | 可以帮我下单吗 | 在哪里选规格 |
        能分开下单吗 | 拍错了一直提交不了 | 下单时地址填不上 | 一个账号限买几件 | 拍下后多久不付款会关闭 | 能不能先下单后付款 | 几个颜色怎么一起拍 |
        链接发我一下 | 购买链接在哪 | 怎么买 | 下单页面打不开 | 代下单可以吗 |
        怎么拍 | 怎么购买 | 在哪里买 | 我不会操作帮我拍 | 打电话能订吗 | 加不了购物车 | 两个不同的一起买怎么弄`,
      en: `how do I place an order | I can't check out | add to cart doesn't work | can I order by phone | can I buy without an account |
        error when submitting my order | is there a purchase limit | how do I leave a note for the seller | send me the link to buy |
        checkout page is blank | can you order it for me | how do I order several colours at once`,
    }),
    intent("order.payment", "支付问题", "Payment", {
      zh: `付款失败怎么办 | 可以货到付款吗 | 能用花呗吗 | 支持哪些支付方式 | 钱扣了订单还是待付款 | 重复付款了 | 可以分期吗 | 微信付不了 |
        提示支付异常 | 信用卡能刷吗 | 扣了两次钱 | 怎么用余额付 | 对公转账怎么弄 | 银行卡付不出去 | 支付密码一直错 | 能用礼品卡吗 |
        付了钱没有订单 | 付款页面一直转圈 | 支付宝可以吗 | 能找人代付吗 | 刷卡有手续费吗 | 定金付了尾款付不了 |
        支持分几期 | 付不了款 | 怎么付款 | 可以刷信用卡吗 | 收货再付钱可以吗 | 多扣了我一笔钱 | 扣款成功但是没有订单 | 用余额支付 | 付款安全吗`,
      en: `my payment failed | what payment methods do you accept | I was charged twice | can I pay in instalments | do you take PayPal |
        money was taken but the order says unpaid | card declined | can I pay cash on delivery | payment page keeps loading | can I use a gift card |
        is there a card fee | does it accept Visa`,
    }),
    intent("order.change", "修改订单", "Changing an order", {
      zh: `能换个颜色吗还没发货 | 拍错尺码了帮我改一下 | 我想加一件 | 订单能合并发货吗 | 改成大码可以吗 | 备注忘写了能补吗 | 收货人名字写错了 |
        帮我把黑色改成白色 | 电话填错了怎么改 | 可以修改订单吗 | 少拍了一个能一起发吗 | 订单能拆开吗 | 改一下规格 | 付完款还能改款式吗 |
        手机号要换一个 | 两个订单放一起发 | 换成另一款补差价行吗 | 数量拍多了改成一个 | 帮我加个包装 | 备注一下要礼盒 |
        换个尺码还没发 | 手机号写错了 | 联系电话改一下 | 备注能改吗 | 帮我备注一下 | 两个单子一起发 | 加一句留言 | 要礼品包装 | 换成别的款 还没寄出来 | 分两次发货可以吗 | 改成蓝色的`,
      en: `can I change the colour of my order | I ordered the wrong size before shipping | add an item to my order | combine my two orders |
        wrong phone number on the order | change quantity to one | can you edit my order | I misspelled the recipient name | swap it for the blue one before you ship |
        please add gift wrap | split my order | change the variant`,
    }),
    intent("order.cancel", "取消订单", "Cancelling an order", {
      zh: `我不想要了取消订单 | 怎么取消 | 订单能撤销吗 | 还没发货可以退掉吗 | 帮我取消这单 | 拍错了不要了 | 点错了取消一下 | 不买了 | 取消不了是怎么回事 |
        已经付款还能取消吗 | 拦截一下别发了 | 重复下单了取消一个 | 没付款的订单怎么删 | 等不及了取消吧 | 申请取消一直没通过 | 别发货了我不要了 |
        为什么我的订单被取消了 | 订单自动关闭了 |
        还没发货能退吗 | 没发货申请退款 | 刚付款不想要了 | 刚下单就后悔了 | 订单怎么自己没了 | 超时没付款订单取消了 | 撤单 | 不要了退钱吧还没发 | 取消这个订单`,
      en: `cancel my order please | how do I cancel | I don't want it anymore before it ships | can I still cancel after paying | I ordered twice cancel one |
        stop the shipment | ordered by mistake | why was my order cancelled | cancellation request pending | please don't ship it | cancel order number |
        the order closed by itself |
        refund me before it ships | I changed my mind just now cancel it | unpaid order was closed`,
    }),
    intent("order.status", "订单查询", "Order status", {
      zh: `我的订单在哪看 | 查一下订单状态 | 订单找不到了 | 我上个月买的单子怎么查 | 显示交易关闭是什么意思 | 订单号是多少 | 帮我看看下单成功没有 |
        为什么订单没了 | 历史订单怎么看 | 待确认是什么状态 | 下单了没收到短信 | 看看我买过什么 | 订单处理中是啥意思 | 订单审核要多久 |
        能查到我的订单吗 | 交易成功了吗 |
        订单号在哪里看 | 看不到订单 | 我买的东西在哪里查 | 订单显示什么状态 | 下单记录查询`,
      en: `where can I see my order | check my order status | I can't find my order | did my order go through | what does processing mean | I got no confirmation email |
        order history | look up my order | my order disappeared | order number lookup | what's the status of my purchase | is my order confirmed`,
    }),
    intent("order.invoice", "发票", "Invoices", {
      zh: `能开发票吗 | 电子发票怎么下载 | 发票抬头开错了 | 可以开专票吗 | 发票什么时候给我 | 没收到发票 | 税号填错了 | 能补开上个月的发票吗 |
        发票内容能写办公用品吗 | 换开公司抬头 | 要纸质发票 | 发票金额不对 | 怎么申请开票 | 增值税发票要什么资料 | 发票发到邮箱 | 个人发票怎么开 |
        开票多久能好 | 收据有吗 | 报销要用发票`,
      en: `can I get an invoice | where do I download the invoice | the company name on the invoice is wrong | I need a VAT invoice | invoice not received |
        please send the receipt | change the billing name | can you reissue the invoice | need a tax receipt for expenses | invoice amount is wrong |
        when will I get my invoice | add our tax number`,
    }),
  ],
};
