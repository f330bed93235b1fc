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
import type { Trade } from "./shops.ts";

/** What the world asks about a trade's own business is not far from it: the trade has the answer. */
const ownBusiness: Readonly<Record<string, RegExp>> = {
  applianceZh: /空调|冰箱|洗衣机|热水器/,
  bikeZh: /押金/,
  drivingZh: /驾照|学车|科目|科二/,
  hotelZh: /押金|热水/,
  mobileBankZh: /利率/,
  officeZh: /身份证|公积金|户口|注册公司|社保|驾照/,
  openZh: /押金/,
  parcelZh: /快递/,
  phoneZh: /截屏/,
  propertyZh: /押金/,
  travelZh: /押金/,
  walletZh: /被骗/,
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
  const worldZh = [...farZh, ...openZh.flat()];
  const english = {
    ...{ electronicsEn, bankEn, hostingEn, travelEn },
    ...{ fashionEn, ticketsEn, mobileEn, teamsEn, cardEn, deliveryEn, energyEn, marketEn },
  };
  const trades: Trade[] = [
    ...Object.entries(chinese).map(([name, entries]) => ({ name, language: "zh" as const, entries, far: worldZh })),
    ...Object.entries(english).map(([name, entries]) => ({ name, language: "en" as const, entries, far: farEn })),
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
    trades.push({ name: "demo", language: "zh", entries: entries.filter(isChinese), far: [...farZh, ...farEn] });
    const inEnglish = entries.filter((entry) => !isChinese(entry));
    if (inEnglish.length > 0) trades.push({ name: "demoEn", language: "en", entries: inEnglish, far: farEn });
  }
  for (const trade of trades) trade.far = trade.far.filter((question) => !ownBusiness[trade.name]?.test(question));
  return trades;
}
