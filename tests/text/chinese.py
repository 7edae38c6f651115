"""Lines of Chinese for comparing verdicts: written by hand, and put together at random from a fixed seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

TERMS = (
    "好评", "差评", "中评", "评价", "评论", "返现", "返利", "红包", "微信", "微信号", "微信群",
    "加微信", "公众号", "客服", "扫码", "免单", "五星", "晒单", "留评", "追评", "礼品卡", "优惠券",
    "代金券", "第一", "全国", "国家", "全网", "领取", "抗癌", "癌症", "单独", "联系", "私聊", "进群",
    "退款", "赔付", "赠品", "送礼", "有礼", "必买", "绝对", "最高", "最低", "顶级", "极品", "电话",
    "手机", "号码", "支付宝", "淘宝", "拼多多", "京东", "删除", "修改", "最", "返", "加", "群", "码",
    "评", "星", "券", "赠", "扫",
)  # fmt: skip

MISSING_WORDS = (
    "微信", "微信号", "微信群", "返现", "差评", "好评", "公众号", "免单", "晒单", "留评", "追评",
    "扫码", "进群", "礼品卡", "加微信", "有礼", "全网",
)  # fmt: skip

WRITTEN = """\
感谢您购买本店商品,如果满意请给五星好评
收到货后晒单好评可联系客服领取红包
好评返现10元,加微信abc123
扫码添加客服微信,免费领取优惠券
全五星好评截图发给客服返5元
友好评价是对我们最大的鼓励
他往返现场多次才完成误差评估
产品不具有对抗癌症的功效
请避免单独使用本产品
联系客服微信号领取礼品卡
第一次购买请先阅读说明书
全国代表大会期间快递可能延迟
国家局规定不得刷好评
最近最高气温持续走高
最好评价前先联系我们
良好评级来自第三方机构
中国共产党第十九次全国代表大会
长期返修返工的机器不返现
我们不支持好评返现
删差评请联系客服微信
加入微信群免费领小样
本公司技术研发部经理
研究生命起源的人
这款4s店同款脚垫很好
江南style播放器说明书
关注公众号回复关键词领取赠品
退货退款请走平台流程
手机号码请勿外传
请勿将号码牌丢弃
星期五星光灿烂
评星级酒店用品
五星级酒店同款毛巾
红包装盒不要丢弃
扫码枪与条码机使用说明
中评估价偏低
客服务必在24小时内回复
领取得奖资格
全网店铺通用
全国家庭适用
电话费充值卡
上海浦东新区
公众号召大家环保
微信用卡支付
一切换回原来的
优惠券商城
京东西路88号
必买单品清单
绝对抗磨损材料
顶级别墅装饰
极品尝味道
私聊天记录请保存
返利息给用户
送礼物和有礼貌的客服
退款式不满意的商品
修改正错误的订单
删除外层包装
单独立包装
支付宝贝价格
拼多多少钱
手机会自动关机
微信任何人都可能被骗
""".splitlines()

OPENINGS = (
    "亲", "您好", "尊敬的顾客", "亲爱的买家", "老板", "宝贝已发货", "温馨提示", "注意", "售后说明",
    "hi",
)  # fmt: skip
ACTS = (
    "收到货后", "如果满意", "如有问题", "请", "记得", "麻烦您", "欢迎", "可以", "不要", "务必", "先",
    "再", "直接", "免费", "给", "写", "发", "晒", "打", "留", "点", "加", "扫", "领", "返", "送", "删",
    "改", "换", "退", "联系", "添加", "关注",
)  # fmt: skip
THINGS = (
    "我们", "本店", "客服", "二维码", "截图", "订单号", "说明书", "包装", "电池", "儿童", "小零件",
    "价格", "现金", "运费", "质量", "物流", "快递", "店铺", "商品", "平台", "朋友圈", "生活", "现场",
    "信号", "信用", "评估", "评级", "价值", "现象", "包裹", "级别", "群众", "号召", "星期", "国家",
    "独立", "症状", "论文", "服务", "取消", "票据", "礼貌",
)  # fmt: skip
JOINTS = (
    "", "", "", "", "", ",", "。", "!", " ", "的", "了", "和", "是", "在", "不", "v", "5", "qq", "10元",
    "😊", "/", "-", "の",
)  # fmt: skip


def lines(count: int, words: Sequence[str], seed: int = 20) -> Iterator[str]:
    """Yield the written lines, then mixtures of fragments, terms and dictionary words, `count` in all."""
    random = Random(seed)
    yield from WRITTEN[:count]
    for _ in range(count - len(WRITTEN)):
        yield "".join(fragment + random.choice(JOINTS) for fragment in _fragments(random, words))


def _fragments(random: Random, words: Sequence[str]) -> Iterator[str]:
    for _ in range(random.randint(2, 7)):
        kind = random.random()
        if kind < 0.4:
            yield random.choice(random.choice((OPENINGS, ACTS, THINGS, TERMS)))
        elif kind < 0.5:
            yield random.choice(WRITTEN)
        elif kind < 0.75:
            yield random.choice(words)
        else:
            piece = random.choice(words)
            start = random.randrange(len(piece))
            yield random.choice((piece[start:], piece[: start + 1], random.choice(TERMS)))
