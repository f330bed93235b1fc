import type { DefaultGroup } from "../types.ts";
import { intent } from "./intent.ts";

export const presale: DefaultGroup = {
  key: "presale",
  name: { "zh-CN": "售前咨询", en: "Before buying" },
  intents: [
    intent("presale.product", "商品详情", "Product details", {
      zh: `这个是什么材质的 | 面料是纯棉的吗 | 有多重啊 | 这款防水吗 | 具体尺寸长宽高是多少 | 容量是多大的 | 保质期到什么时候 |
        成分表能发一下吗 | 是真皮还是人造革 | 有没有异味 | 这个能放微波炉吗 | 续航能用多久 | 支持快充吗 | 里面有几个口袋 | 产地是哪里 |
        这个和图片上颜色一样吗 | 会不会掉色 | 透不透光 | 功率多少瓦 | 适合多大年龄的孩子 | 有甲醛吗 安全吗 | 是正装还是试用装 | 能承重多少斤 |
        洗了会不会缩水 | 厚不厚 冬天穿暖和吗 | 带不带充电器 | 有检测报告吗 | 材料是什么 | 夏天用会不会热 | 弹力大不大 |
        防水等级是多少 | 下大雨能用吗 | 能扛几级风 | 零下能用吗 | 保温多长时间 | 亮度有多少流明 | 是什么填充物 | 充绒量多少克 | 里面的结构是怎样的 | 能装下一台笔记本吗 |
        几个人能睡 | 收起来有多大 | 折叠后多长 | 能上飞机吗 | 这个轮子是静音的吗 | 是金属的还是塑料的 | 杆子是什么材质 | 鞋底防滑吗 | 穿着闷脚吗 | 透气性怎么样 |
        会不会起球 | 起毛吗 | 内胆是304还是316的 | 能装开水吗 | 食品级的吗 | 电池多少毫安 | 充满电要多久 | 有几种颜色 | 有没有别的颜色 | 是不是加厚的 | 有内衬吗 | 带帽子吗 |
        能单独拆下来吗 | 可以当枕头用吗 | 配套有哪些东西 | 密码锁安全吗 | 结实吗 耐用吗 | 质量怎么样 | 会漏风吗 | 遮光效果好吗 | 空间够不够大 | 可以放进洗衣机那么大吗 |
        参数发我看看 | 是新款吗 | 有视频可以看看实物吗`,
      en: `what material is it made of | is it waterproof | how much does it weigh | what are the dimensions | does it come with a charger |
        is this real leather | how long does the battery last | where is it made | will the colour fade | is it safe for kids | what's the capacity |
        is it machine washable | how thick is it | does it fit in hand luggage | what's in the box |
        how waterproof is it | can it handle strong wind | is the sole slippery | is it breathable | can I take it on a plane | what is the filling | how bright is it |
        does it have a hood | which colours do you have | how big is it when folded | is it sturdy | is it food safe | how many people does it fit | tell me the specs`,
    }),
    intent("presale.size", "尺码推荐", "Size and fit", {
      zh: `我身高165体重110穿什么码 | 这个偏大还是偏小 | 平时穿L的选几码 | 有尺码表吗 | 脚长24.5选多大 | 胸围92能穿M吗 | 腰围二尺二穿多大 |
        170 65kg 选哪个号 | 脚宽要不要买大一码 | XL会不会太大 | 肩宽多少 | 裤长是多少 | 穿38码的鞋拍几码 | 小个子能穿吗 | 胖子能穿吗 最大码到多少斤 |
        我该买几号 | 尺码标准吗 | 孩子一米二穿多大的 | 帮我推荐下尺码 | 衣长多少厘米 | 两个码之间选哪个 | 180斤穿几个加 | 鞋子正码吗 |
        我穿多大的 | 码数怎么选 | 42的脚选多大 | 会偏码吗 | 宽松还是修身 | 胸围腰围数据有吗 | 大半码行不行 | 里面要穿毛衣选大一号吗 | 175 70公斤 | 一米八二 85kg 要多大 | 脚背高选几码`,
      en: `what size should I get | does it run small | I am 170cm and 60kg which size | is there a size chart | I usually wear an M will it fit |
        true to size? | I'm between two sizes | chest measurement of the L | do the shoes run narrow | should I size up | what size for a 6 year old |
        how long are the sleeves`,
    }),
    intent("presale.choice", "选购推荐", "Which one to choose", {
      zh: `这两款有什么区别 | 哪个更适合送人 | 新手买哪款好 | 能推荐一款吗 | 送女朋友选什么好 | A款和B款哪个好用 | 有没有性价比高的推荐 |
        预算五百以内买哪个 | 老人用哪种合适 | 油皮适合哪一款 | 标准版和升级版差在哪 | 哪个颜色好看 | 帮我挑一个 | 你们卖得最好的是哪款 |
        第一次买不知道选哪个 | 这款和去年那款比怎么样 | 学生党推荐哪个 | 有什么适合露营用的 | 有类似的款吗 | 两个人用哪款够 | 还有别的款式推荐吗 |
        买哪个更划算一点 质量好的 |
        徒步和露营买哪个 | 这几个里面选哪个好 | 有没有轻一点的推荐 | 想买个送爸爸 | 适合女生的有吗 | 入门级的有什么 | 容量大的和小的怎么选 | 日常通勤用哪款 | 有小孩子的款吗 | 和某某牌子比哪个好`,
      en: `which one would you recommend | what's the difference between the two models | what is best for a beginner | a gift for my mother any ideas |
        which is better for travel | is the pro version worth it | can you suggest something under 50 dollars | what's your best seller |
        help me choose | compare the two for me | which colour looks better | do you have anything similar`,
    }),
    intent("presale.stock", "库存补货", "Stock", {
      zh: `还有货吗 | 什么时候补货 | 黑色的断货了吗 | M码没有了还会有吗 | 到货能通知我吗 | 这个下架了吗 | 库存还有多少件 | 怎么显示缺货 |
        以后还会上架吗 | 白色没货了啊 | 有现货吗 | 为什么不能选42码 | 还会再出吗 | 能不能帮我留一件 | 要的颜色是灰的点不了 | 预售的还能买到吗 |
        卖完了还进货不 | 大概几号能到新货 | 加大码没货`,
      en: `is this in stock | when will it be back in stock | size M is sold out | can you tell me when it's available again | why can't I select the black one |
        do you still sell this | how many are left | is it discontinued | will you restock | can you reserve one for me | out of stock until when`,
    }),
  ],
};
