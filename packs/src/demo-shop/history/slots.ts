import { products } from "../products.ts";
import type { Product } from "../types.ts";
import type { Random } from "./random.ts";

const cities = [
  "合肥",
  "武汉",
  "郑州",
  "长沙",
  "西安",
  "石家庄",
  "南昌",
  "济南",
  "沈阳",
  "贵阳",
  "厦门",
  "宁波",
  "青岛",
  "太原",
];
const englishCities = ["Wuhan", "Xi'an", "Qingdao", "Hefei", "Changsha"];
const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧".split("");

export function pickSurname(random: Random): string {
  return random.pick(surnames);
}

/** What fills the braces of a pattern. A talk keeps its slots from the first line to the last. */
export function productSlots(
  product: Product | null,
  random: Random,
  locale: string = "zh-CN",
): Record<string, string> {
  const about = product ?? random.pick(products);
  const colors = about.attributes.find((attribute) => attribute.name.zh === "颜色")?.value.zh.split("、") ?? ["黑色"];
  const number = (from: number, to: number) => String(random.integer(from, to));
  return {
    商品: about.title.zh.split(" ").slice(0, 2).join(""),
    颜色: random.pick(colors),
    金额: String(about.price),
    差额: number(9, 28),
    城市: random.pick(locale === "en" ? englishCities : cities),
    订单号: `LS${random.digits(10)}`,
    快递单号: random.digits(13),
    货号: random.digits(9),
    后四位: random.digits(4),
    天数: number(2, 5),
    月数: number(2, 5),
    月: number(3, 11),
    库存: number(2, 6),
    件数: String(random.integer(2, 9) * 10),
    鞋码: number(36, 44),
    身高: number(158, 186),
    体重: number(100, 172),
    门牌: number(11, 288),
    年纪: random.pick(["六十五", "快七十", "六十出头"]),
    时段: random.pick(["14 点到 16 点", "上午 10 点到 12 点", "16 点到 18 点"]),
    周几: random.pick(["三", "四", "五"]),
    姓名: `${pickSurname(random)}${random.pick(["晨", "小满", "一鸣", "知夏", "岩", "青", "佳禾", "远"])}`,
  };
}
