/**
 * Words that ask for the same thing when a customer uses one and the shop another; a line is a group, written for this
 * project. Related, not interchangeable: how much a shared group counts is for the fitted weights to say.
 * A word may stand in several groups.
 */
export const groupsZh = `
怎么 怎样 如何 咋 咋样 怎么样 怎么办 咋办 怎办 怎么弄 怎么搞 方法 办法 步骤 流程 方式 教程 技巧 窍门 诀窍 攻略
为什么 为啥 为何 怎么回事 原因 什么原因 凭什么 怎么会 干嘛 干吗 何故
什么时候 何时 啥时候 几时 时间 哪天 几号 几点 日期 多会儿
多久 多长时间 几天 几个月 多少天 多长 几小时 几分钟 时长 时间
多少钱 价格 价钱 费用 收费 价位 几块 几元 贵 花费 报价 资费 费 钱 便宜 成本 标准
哪里 哪儿 在哪 哪 何处 什么地方 地址 位置 地点 入口 渠道 途径
什么 啥 哪些 哪个 哪种 什么样 何
谁 哪位 什么人 哪个人
多少 几 几个 多大 数量 几多
能 可以 能够 可 能否 可否 行 行不行 允许 支持 会 让 准
有 有没有 存在 含 包含 带 附
是 是不是 是否 算 属于
需要 要 需 得 必须 用得着 应该 应当
想 想要 要 希望 打算 准备 需要
没 没有 无 未 木有 没得
不 别 不要 勿
不能 不可以 不行 无法 不了 不让 没法 失败 不成功 不上 不到 用不了
失败 不成功 不行 出错 报错 错误 异常 不通过 没成功 没通过 有误
开通 开启 打开 启用 开 激活 启动 设置 申请 办理 注册 开户
关闭 关掉 关 取消 停用 停止 停掉 终止 解除 停 关停 禁用 去掉
取消 撤销 撤回 撤 作废 不要 不想要 放弃 退掉 退订
注销 销户 销号 删除 删 销 关闭 销卡 删掉
恢复 还原 重新 复原 找回 再次 复机 重开 解封
办理 办 申请 申领 弄 搞 做 操作 处理 受理 领取
申请 报名 提交 申报 报装 预约 申领 要求 办 办理
修改 更改 改 更换 变更 换 更新 调整 调 改成 改变 修正 改动
更换 换 换成 替换 调换 换掉 改 转
设置 设定 设 配置 设成 调
查询 查 查看 看 查找 找 搜 搜索 看到 了解 显示 核实 咨询
绑定 绑 关联 添加 加 绑上 连接 对接
解绑 解除 取消绑定 解除绑定 换绑 移除 解开 脱离
添加 加 增加 新增 新建 加入 加上 追加 建
删除 删 删掉 去掉 移除 清除 清空 清理 去除 抹掉 卸载
提高 提升 增加 涨 升 提 调高 加 升高 加大 提额 变高 上调
降低 减少 降 减 调低 变少 下降 降额 缩小 变低 少 下调 压缩
额度 限额 额 信用额度 上限 限制 最高 最多
限额 上限 限制 最多 最高 最大 封顶
最低 最少 起 下限 最小 起步
提前 提早 早 先 预先 事先 没到期 还没到
推迟 延期 延后 延长 晚 晚点 往后 缓 宽限 展期 推后 延迟
延迟 延误 晚点 超时 迟到 慢 晚 耽误 逾期 拖
逾期 过期 超期 到期 超时 晚还 失效 忘记还 过了
到期 过期 期满 失效 届满 结束 截止
有效期 期限 保质期 时限 多久 有效 时效
还款 还 还钱 还账 偿还 还清 结清 还上 还掉 还贷
结清 还清 还完 付清 全部还 一次性 清
借 借款 借钱 贷款 贷 借贷 放款
付款 支付 付 付钱 交钱 买单 结账 缴费 交费 缴 交 结算 给钱
缴费 交费 缴纳 交 缴 充值 付费 交钱 续费
充值 充 充钱 存 充进去 加钱 续费
扣款 扣钱 扣 扣除 扣费 收 划扣 代扣 自动扣
收费 扣费 扣钱 要钱 费用 手续费 收钱 计费 收
手续费 费用 服务费 费率 费
利息 利率 费率 年化 息 利
自动 自动续费 连续 默认 自己 续
续费 续 续期 续约 续订 续保 自动续费 接着 延长 续上
分期 分期付款 分几期 分开 期数 月供
还款日 还钱日 最后还款日 到期日 日期
账单 帐单 明细 流水 记录 对账单 消费记录 清单
余额 剩余 剩下 剩 还有多少 可用 还剩
提现 取现 取钱 取出 取 提取 取出来 转出 提 拿出来 套现
转账 转 汇款 打款 转钱 汇 打钱 转出 划转
到账 到 收到 入账 到帐 下来 到位 到手 退回 返还
退款 退钱 返还 退费 返款 退还
退货 退 退回 退掉 寄回 送回
换货 换 调换 更换 退换 换新
退票 退 退订 取消
改签 改期 换 改 改时间
赔偿 赔 补偿 赔付 理赔 赔钱 补 赔款
运费 邮费 快递费 配送费 物流费 邮寄费 运送费 寄费 包邮
快递 物流 包裹 配送 送货 邮寄 寄 快件
发货 发 寄 寄出 发出 出货 发出来 邮寄 配送
送达 送到 到货 到 收到 抵达 签收 派送 送货
签收 收货 收到 收 取件
地址 收货地址 住址 位置 地点
订单 单 单子 购买记录 下单 订购
下单 购买 买 订 订购 拍 拍下 购 预订 选购 入手 点餐
预订 预约 订 预定 约 提前订
购买 买 选购 订购 入手 购入 采购
卖 出售 销售 有售 有卖 供应
商品 产品 东西 货 货品 物品 宝贝 物件
现货 有货 库存 货 存货
缺货 没货 断货 无货 卖完 售罄 断码
优惠 打折 折扣 便宜 活动 减免 满减 特价 促销 实惠 降价 少
优惠券 券 红包 抵扣券 代金券 折扣券 优惠码 卡券 礼券
活动 促销 大促 特惠
积分 分 点数 会员积分
兑换 换 兑 换取 兑奖 抵
会员 vip 会员卡 贵宾 月卡
赠品 礼品 礼物 送 赠送 奖品 奖励
奖励 奖 返现 礼包 红包 福利 好处
好处 权益 优势 特权 福利 作用 有什么用
区别 不同 差别 差异 哪个好 对比 不一样
好 不错 可以 优秀 棒 优质 合适 适合
坏 损坏 破 破损 坏了 故障 瑕疵 毛病 碎 问题 不好用 失灵
问题 毛病 故障 状况 情况 异常
维修 修 修理 修好 返修 报修 检修
保修 质保 售后 保 三包 包修
正品 真货 真假 真的 真伪 原装 正版
假货 假 假的 冒牌 盗版 山寨
发票 票 开票 收据 票据 专票
抬头 公司名 单位名称 税号
账户 账号 帐号 帐户 号 户头 用户 用户名
手机号 手机号码 电话 号码 电话号码 手机 联系方式
密码 口令 密匙 解锁码 支付密码 登录密码
忘记 忘 忘了 记不得 想不起来 不记得 忘掉 遗忘
丢 丢失 掉 遗失 不见 丢了 弄丢 掉了 不见了 找不到 没了
挂失 报失
冻结 锁 锁定 封 限制 封号 禁用 被封 锁住
解冻 解锁 解封 解除 恢复
验证码 短信 校验码 动态码 短信码
收不到 没收到 没有收到 没来 未收到
验证 认证 核实 校验 实名 识别 审核 核验
实名 实名认证 身份认证 身份验证 认证
身份证 证件 身份 身份信息
人脸 刷脸 人脸识别 脸部 面部
登录 登陆 登 登入 进入 进去 上 登不上
退出 登出 退 离开 下线
注册 开户 新建账号 申请账号 开通 登记
登记 备案 注册 报 录入
审核 审批 批 评估 审 批准 通过
通过 成功 批下来 合格 过
被拒 拒绝 没通过 未通过 不批 驳回 拒
条件 要求 资格 标准 门槛 限制 规定 规则
规则 规定 要求 政策 制度 标准
资料 材料 文件 证件 手续 信息 证明
手续 流程 程序 步骤
证明 凭证 证书 单据 依据
信息 资料 内容 数据 详情
使用 用 使 应用 操作 享用 利用
安装 装 安 组装 装上 搭 下载
下载 下 保存 获取 缓存
更新 升级 升 换新 最新
升级 升 提升 更新 升到
清洗 洗 清洁 刷 擦 水洗 机洗
保存 存放 储存 放 收藏 存 保管 存储
尺码 大小 尺寸 码 号 码数 型号
颜色 色 花色 色号
质量 品质 好坏 材质 做工
材质 面料 材料 成分 布料 质地
味道 气味 异味 味 臭
重量 重 多重 斤 公斤
客服 人工 人工客服 工作人员 服务人员 专员
电话 热线 打电话 通话 拨打 拨
联系 找 联络 打电话 沟通 对接
投诉 举报 反映 反馈 申诉 维权 差评
申诉 申请解封 复议 投诉
骗 诈骗 被骗 欺骗 上当 忽悠
盗刷 被盗 偷 盗 被偷 盗用
安全 可靠 放心 靠谱 风险 保障
影响 后果 有关系 会怎样 导致
征信 信用 信用记录 信用报告 个人信用
信用 信誉 芝麻信用 信用分
银行卡 储蓄卡 借记卡 卡 卡片 卡号
信用卡 卡 贷记卡
绑卡 绑定银行卡 添加银行卡
商家 店家 店铺 店 卖家 商户 店主 门店
门店 实体店 店 店铺 线下 营业厅 网点
附近 周边 旁边 最近 周围
营业时间 上班时间 工作时间 几点开门 几点关门 营业
上门 到家 上门服务
师傅 工作人员 工程师 技师 骑手 配送员
配送员 骑手 快递员 送餐员 外卖员
软件 应用 app 程序 客户端 系统
手机 机子 电话 设备 机器
电脑 笔记本 台式机 主机 计算机
网络 网 网速 wifi 无线 信号 宽带 流量
卡 卡顿 慢 迟钝 掉帧 延迟 卡死
打不开 进不去 开不了 闪退 登不上 无法打开
黑屏 死机 不亮 没反应 开不了机
没反应 不动 没用 无反应 不灵 没效果
充电 充不进电 充 电量 电池
屏幕 屏 显示屏 屏保
声音 音量 音 铃声 响
照片 图片 相片 图 截图 相册
视频 录像 影片 短片 录屏
截图 截屏 屏幕截图
备份 导出 保存 存档 同步
导出 下载 输出 转出 备份
导入 上传 批量 传
传 发送 上传 传输 发 转
通知 提醒 消息 推送 提示 短信
显示 提示 出现 看到 弹出
密码锁 锁屏 锁
孩子 小孩 宝宝 儿童 小朋友 婴儿 娃 未成年 小孩子
父母 爸妈 老人 爸爸 妈妈 长辈 家人
孕妇 怀孕 孕期 孕妈
女朋友 女友 女生 女孩 女孩子 对象
男朋友 男友 男生 男孩 男孩子 对象
朋友 好友 别人 他人 别的人 同学 亲戚
推荐 介绍 推介 求推荐 邀请 建议
邀请 推荐 拉新 介绍
学习 学 自学 学会 学好
学校 院校 校区 大学 学院
课程 课 班 网课 教程
老师 教师 讲师 教练
考试 考 测试 考核
证书 证 结业证 毕业证 执照
医院 诊所 看病 医生 就医 就诊
药 药物 药品 吃药
治疗 治 医治 缓解 治好 调理 看病
疼 痛 疼痛 酸痛 难受
症状 表现 反应 现象
吃 食用 服用 喝 饮用
做法 做 怎么做 烹饪 烧 制作
制作 做 弄 制造 生产
好吃 美味 好喝 美食
好看 漂亮 精彩 美
好玩 有趣 景点 有意思
旅游 旅行 游玩 玩 去玩 游
酒店 宾馆 住宿 旅馆 房间
机票 飞机票 航班 飞机
火车票 车票 高铁票 动车票 火车
行李 箱子 托运 包裹
签证 签
汽车 车 轿车 车子 车辆
自行车 单车 车 共享单车
停车 泊车 停 车位
房子 房屋 住房 房 房间 屋子
租 出租 租赁 租房 承租
工资 薪水 薪资 工钱 待遇 收入
工作 上班 职业 岗位 就业
辞职 离职 不干 走人
公司 企业 单位 厂家 商家
员工 职工 同事 成员 人员
管理员 主管 负责人 管理
权限 权利 资格 授权
名字 姓名 名称 名 昵称 叫什么
意思 含义 什么意思 解释 定义 代表 是指
作者 谁写的 写的
歌曲 歌 音乐 曲子 歌名
电影 片子 影片 片
电视剧 剧 连续剧
小说 书 文 书籍
游戏 手游 网游
角色 英雄 人物
装备 武器 道具
攻击 打 打击
快 迅速 马上 立刻 尽快 快速 急 赶紧 加急 立即
马上 立即 立刻 现在 当天 即时 实时
一直 总是 老是 总 经常 反复 每次
突然 忽然 莫名
每月 每个月 月 一个月 按月
每天 一天 天天 每日
以前 之前 过去 原来 从前 旧
以后 之后 后 今后 然后
现在 目前 如今 当前
全部 所有 全 都 一次性 全额
部分 一部分 一点
其他 别的 另外 其它 另一个
自己 个人 本人 我
大概 大约 左右 差不多
最好 最佳 最 首选
首次 第一次 初次 首单 新用户 新人
老用户 老客户 老学员 旧用户
免费 不要钱 不收费 不花钱 免
便宜 实惠 划算 低价 优惠 少
贵 高 昂贵 太高
合同 协议 合约 条款
违约金 罚款 滞纳金 赔钱 罚金
押金 保证金 定金 押
退押金 押金退还 押金退
提成 佣金 返利 分成
保险 投保 参保 保单
报销 报 理赔 赔付
社保 社会保险 五险 医保
公积金 住房公积金
户口 落户 户籍 迁户
结婚 领证 登记结婚
数量 个数 多少 几个
体积 大小 尺寸
距离 多远 远 公里 路程
温度 度 热 冷 水温
天气 气温 下雨
热 发烫 发热 烫 高温
漏水 滴水 渗水 漏
噪音 吵 声音大 响 吵闹
清楚 明白 知道 懂
帮 帮忙 帮助 协助 代
代办 代 替 委托 帮办
选择 选 挑 挑选 选购 哪个
适合 合适 能用 可以用 匹配
放 装 存放 摆
去 到 前往 过去
回 返回 回来 退回 还
发 发送 寄 给
来 到 过来 送来
`;

export const groupsEn = `
how way method steps process procedure
cost price fee charge pay rate pricing expensive much
long time soon quick day take duration
when time date hour
where location find place address
why reason cause
can could possible able allowed may
need require must necessary have
return back send
refund money back
refund money back reimburse repay
exchange swap replace change
change update edit modify switch alter correct new
cancel stop end terminate abort
undo revoke reverse
delete remove erase
close deactivate
add create new open register make set
activate enable start turn begin unlock
disable deactivate stop off turn mute block
order purchase buy
buy purchase get
ship deliver send dispatch post mail
delivery shipping postage courier parcel package shipment
track trace follow locate status
arrive come deliver receive get here
late delay overdue slow
missing lost absent
lose lost missing misplaced
forget forgot remember reset
password passcode pin login code
reset recover restore change
login log sign access enter
account profile membership
email mail address inbox
phone mobile number telephone
card credit debit visa mastercard
bill invoice statement
invoice receipt
discount coupon voucher code promo sale offer
free complimentary without charge gratis
pay payment checkout settle
fail failed decline reject refuse error wrong
broken damaged faulty defect defective crack
repair fix mend service
work working function use compatible
warranty guarantee cover
money fund cash balance
transfer send wire move payment
withdraw withdrawal cash atm take
deposit top load fund add
limit maximum cap quota restriction
increase raise higher more upgrade
decrease lower less reduce
verify verification prove identity confirm check
document paper proof
available stock availability
size fit measure
color colour shade
child kid baby daughter son children
abroad overseas international foreign country
store shop branch location
open opening hour
contact reach talk call support help agent
complain complaint report problem
subscribe subscription plan membership tier
renew renewal extend continue
unsubscribe opt stop newsletter
export download save copy
import upload bring load
backup restore copy
delete erase remove
file document attachment
user person member colleague teammate employee
invite add join
permission access role right
storage space disk memory
slow performance lag speed
down offline unreachable outage
room suite accommodation
hotel property stay
breakfast food meal
parking car park garage
pet dog cat animal
wifi internet wireless network
`;
