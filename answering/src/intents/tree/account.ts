import type { DefaultGroup } from "../types.ts";
import { intent } from "./intent.ts";

export const account: DefaultGroup = {
  key: "account",
  name: { "zh-CN": "账户会员", en: "Account and membership" },
  intents: [
    intent("account.login", "登录账号", "Signing in", {
      zh: `登录不了 | 忘记密码了 | 收不到验证码 | 账号被冻结了 | 换手机号怎么绑 | 密码怎么改 | 怎么注册 | 提示账号异常 | 手机号换了登不上 | 怎么解绑手机 |
        小程序打不开 | 一直闪退 | 账号被盗了 | 两个账号能合并吗 | 怎么改昵称 | 验证码错误 | 扫码登录没反应 | 实名认证过不了 | app更新后登不进去 |
        登不上 | 登录失败 | 换绑手机 | 原来的手机号不用了 | 修改密码 | 没有收到短信验证码`,
      en: `I can't log in | forgot my password | I don't receive the verification code | my account is locked | change my phone number | how do I register |
        reset password | the app keeps crashing | my account was hacked | merge two accounts | sign in error | update my email address`,
    }),
    intent("account.privacy", "隐私与注销", "Privacy and closing the account", {
      zh: `怎么注销账号 | 删除我的个人信息 | 我的信息会泄露吗 | 别再给我发短信了 | 怎么退订短信 | 有人冒充你们打电话 | 个人资料能删吗 | 我的电话怎么被别人知道了 |
        取消推送通知 | 不想收到广告 | 注销后订单还在吗 | 隐私政策在哪 | 信息泄露了接到诈骗电话 | 撤销授权 | 拉黑骚扰短信 | 永久删除账户`,
      en: `delete my account | how do I close my account | remove my personal data | stop sending me text messages | unsubscribe from emails |
        is my data safe | someone called pretending to be you | privacy policy | I got a scam call after ordering | do not share my information |
        turn off notifications | withdraw my consent`,
    }),
    intent("account.member", "会员等级", "Membership", {
      zh: `怎么成为会员 | 会员有什么权益 | 会员怎么升级 | 会员等级掉了 | 年卡多少钱 | 会员日是哪天 | 生日礼物怎么领 | 怎么入会 | 会员能打几折 |
        会员到期了怎么续费 | 取消自动续费 | 我是几级会员 | 黑金会员条件 | 会员专享价没有生效 | 退会员费 | 会员卡在哪里看 | 成长值怎么算 | 家人可以共用会员吗 |
        会员等级怎么看 | 开通会员 | 会员有折扣吗 | 怎么加入会员 | 生日有礼物吗 | 会员日什么时候`,
      en: `how do I become a member | what are the membership benefits | upgrade my membership | cancel auto renewal | birthday gift for members |
        my membership level dropped | how much is the annual membership | member price not applied | is there a loyalty programme | renew my membership |
        what tier am I | refund my membership fee`,
    }),
    intent("account.points", "积分", "Points", {
      zh: `积分怎么用 | 积分怎么没了 | 积分能换什么 | 积分什么时候过期 | 买东西送多少积分 | 积分没到账 | 签到积分在哪 | 积分可以抵现吗 | 退货积分会扣吗 |
        积分兑换的东西没发 | 我有多少积分 | 积分商城在哪里 | 积分清零了 | 积分能转给别人吗 | 晒单积分没给我 | 多少积分抵一块钱 |
        积分有什么用 | 怎么攒积分 | 积分到期了 | 退货了积分怎么办 | 积分换礼品`,
      en: `how do I use my points | my points disappeared | when do points expire | how many points do I have | what can I redeem with points |
        points not credited | can points be used as cash | do I lose points if I return | where is the rewards shop | transfer points to a friend |
        earn points for reviews | my redeemed gift has not come`,
    }),
  ],
};
