import { resolve } from "node:path";
import { broadbandZh, courseZh, electronicsEn, farEn, farZh, homeShopZh } from "./material.ts";
import { applianceZh } from "./material-appliance.ts";
import { cardEn } from "./material-card.ts";
import { clinicZh } from "./material-clinic.ts";
import { clothesZh } from "./material-clothes.ts";
import { bikeZh, foodZh, officeZh, phoneZh, travelZh } from "./material-daily.ts";
import { deliveryEn } from "./material-delivery.ts";
import { drivingZh } from "./material-driving.ts";
import { energyEn } from "./material-energy.ts";
import { fashionEn } from "./material-fashion.ts";
import { hotelZh } from "./material-hotel.ts";
import { marketEn } from "./material-market.ts";
import { memberZh } from "./material-member.ts";
import { mobileEn } from "./material-mobile.ts";
import { creditCardZh, insuranceZh, mobileBankZh } from "./material-money.ts";
import { bankEn, gameZh, hostingEn, propertyZh, softwareZh, travelEn } from "./material-more.ts";
import { farOpenZh, openZh } from "./material-open.ts";
import { parcelZh } from "./material-parcel.ts";
import { rentalZh } from "./material-rental.ts";
import { ridesZh } from "./material-rides.ts";
import { supermarketZh } from "./material-supermarket.ts";
import { teamsEn } from "./material-teams.ts";
import { ticketsEn } from "./material-tickets.ts";
import { videoZh } from "./material-video.ts";
import { walletZh } from "./material-wallet.ts";
import { worldEn, worldZh } from "./material-world.ts";
import type { Trade } from "./shops.ts";

/** What the world asks about a trade's own business is not far from it: the trade has the answer. */
const ownBusiness: Readonly<Record<string, RegExp>> = {
  applianceZh: /空调|冰箱|洗衣机|热水器|油烟机|停电|漏水|滴水/,
  bankEn: /mortgage|how old are you/,
  bikeZh: /押金|附近/,
  cardEn: /ask someone|are you real/,
  clinicZh: /医|药|疼|痛|检查|手术|疫苗|打针|祛斑|感冒|血压|糖尿病|月经|失眠/,
  clothesZh: /油渍|发什么颜色/,
  demo: /油渍|附近|西藏/,
  demoEn: /are you real|near here|should I buy/,
  drivingZh: /驾照|学车|科目|科二|倒车|摩托车/,
  energyEn: /tax/,
  homeShopZh: /油渍/,
  hotelZh: /押金|热水|机场|充电|睡不着|唱歌|女朋友|油渍/,
  hostingEn: /storage|back up|so slow/,
  insuranceZh: /报销|血压|交通事故/,
  marketEn: /printer/,
  memberZh: /下载不了|几集|更新|录屏/,
  mobileBankZh: /利率|利息|贷款|基金|黄金/,
  mobileEn: /Japan|so slow/,
  officeZh:
    /身份证|公积金|户口|注册公司|社保|驾照|养老金|护照|结婚登记|离婚|居住证|退休|个税|签证|生孩子|违章|酒驾|档案/,
  openZh: /押金/,
  parcelZh: /快递|充电宝|附近/,
  phoneZh: /手机|截屏|录屏|充电器|电池|内存|电脑|应用|照片/,
  propertyZh: /押金|停电|马桶|漏|滴水|装修|太吵|邻居|灯泡|遛狗|狗/,
  rentalZh: /押金|公积金|户口|居住证|停电|马桶|墙|滴水|灯泡|女朋友|邻居|装修|打不着火|提前/,
  softwareZh: /工资/,
  supermarketZh: /附近/,
  ticketsEn: /visa|airport|printer|fare/,
  travelEn: /airport|park|wifi|museum|beach|bus/,
  travelZh: /押金|签证|机场|高铁|西湖|故宫|西藏|日本/,
  videoZh: /下载不了|更新|录屏|集/,
  walletZh: /被骗|利率|利息|贷款|公积金/,
};

/** All material of our own, and what knowledge files (`knowledge: {question, similar}[]`) add to it. */
export async function loadTrades(files: readonly string[]): Promise<Trade[]> {
  const chinese = {
    ...{ broadbandZh, courseZh, homeShopZh, creditCardZh, bikeZh, gameZh, mobileBankZh, foodZh },
    ...{ softwareZh, insuranceZh, travelZh, phoneZh, officeZh, propertyZh },
    ...{ parcelZh, hotelZh, supermarketZh, ridesZh, applianceZh, clinicZh, walletZh, clothesZh },
    ...{ drivingZh, videoZh, memberZh, rentalZh },
  };
  // Another trade's questions are no far ones, as they ask for invoices and refunds too; those about the world are.
  const farOfZh = [...farZh, ...worldZh, ...openZh.flat()];
  const farOfEn = [...farEn, ...worldEn];
  const english = {
    ...{ electronicsEn, bankEn, hostingEn, travelEn },
    ...{ fashionEn, ticketsEn, mobileEn, teamsEn, cardEn, deliveryEn, energyEn, marketEn },
  };
  const trades: Trade[] = [
    ...Object.entries(chinese).map(([name, entries]) => ({ name, language: "zh" as const, entries, far: farOfZh })),
    ...Object.entries(english).map(([name, entries]) => ({ name, language: "en" as const, entries, far: farOfEn })),
    {
      name: "openZh",
      language: "zh",
      entries: openZh,
      far: [...farOpenZh, ...creditCardZh.flat(), ...softwareZh.flat(), ...bikeZh.flat()],
    },
  ];
  for (const file of files) {
    const { knowledge } = (await import(resolve(file))) as { knowledge: { question: string; similar: string[] }[] };
    const entries = knowledge.map(({ question, similar }) => [question, ...similar]).filter(({ length }) => length > 1);
    const isChinese = ([question]: string[]) => /\p{Script=Han}/u.test(question!);
    trades.push({
      name: "demo",
      language: "zh",
      entries: entries.filter(isChinese),
      far: [...farZh, ...worldZh, ...farEn],
    });
    const inEnglish = entries.filter((entry) => !isChinese(entry));
    if (inEnglish.length > 0) trades.push({ name: "demoEn", language: "en", entries: inEnglish, far: farOfEn });
  }
  for (const trade of trades) trade.far = trade.far.filter((question) => !ownBusiness[trade.name]?.test(question));
  return trades;
}
