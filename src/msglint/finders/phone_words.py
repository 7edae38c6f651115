"""Words in front of a number that make it a phone number, or forbid to take it for one.

The patterns are matched backwards, from the number on.
"""

from __future__ import annotations

import regex

from msglint.text.patterns import lazy_regex

PHONE_WORD = lazy_regex(
    r"""
    (?:
        (?<![\p{Latin}\p{N}_])(?:
            tel | tele?phone | phone | ph | mobile | mob | cell | cell\ ?phone | call | dial | ring | text
          | sms | fax | hot\ ?line | help\ ?line | whatsapp | viber | zalo | contact\ (?:no|number)
          | call\ or\ text | toll\ free
          | telefon | telefonnummer | handy | handynummer | mobil | rufen\ sie(?:\ uns)?
          | anrufen | téléphone | tél | appelez(?:-nous)? | teléfono | tfno | móvil | celular
          | llame | llámenos | telefono | cellulare | chiamateci | chiamare | gọi | sđt
        )
      | 电话 | 手机 | 热线 | 联系方式 | 拨打 | 致电 | 传真 | 座机 | 来电 | 短信 | 电话番号 | 携帯番号
    )
    (?:
        \ ?(?:us|me|at|on|to|is|no|nr|n°|number|now|today|toll\ free|号码|号|是|为|微信同号|同号|[:.(/、\ -])
    ){0,6}
    """,
    regex.VERBOSE | regex.REVERSE,
)
OTHER_NUMBER = lazy_regex(
    r"""
    (?:
        (?<![\p{Latin}\p{N}_])(?:
            order | tracking | waybill | shipment | parcel | consignment | invoice | ref | reference | serial
          | s/n | sn | asin | ean | upc | gtin | isbn | sku | fnsku | model | item | part | lot | batch | case
          | ticket | transaction | id | vat | tax | eori | reg | registration | licen[cs]e | patent
          | certificate | fcc | hs | account | iban | card | zip | postal | code | coupon
          | [a-zäöü]{2,20}nummer(?<!telefonnummer)(?<!handynummer) | ust | hrb | plz
          | commande | suivi | facture | siret | siren | tva | pedido | seguimiento | factura | nif | cif
          | ordine | spedizione | fattura | p\.?\ ?iva
        )
      | 订单 | 单号 | 运单 | 快递 | 物流 | 货号 | 型号 | 编号 | 批号 | 序列号 | 条码 | 条形码 | 税号 | 发票
      | 账号 | 帐号 | 卡号 | 身份证 | 邮编 | 券码 | 兑换码 | 验证码 | 专利 | 注文番号 | 商品番号 | 追迹番号
    )
    (?:
        [\ -]?(?:number|no|nr|num|id|code|nummer|n°|nº|号码|号|番号|is|为|是|[.:\#(\ ])
    ){0,5}
    """,
    regex.VERBOSE | regex.REVERSE,
)


def names_phone(text: str, start: int) -> bool:
    """Whether a phone word stands right before `start`."""
    return PHONE_WORD.match(text, 0, start) is not None


def names_other_number(text: str, start: int) -> bool:
    """Whether a word for another kind of number (order, tracking, tax, ...) stands right before `start`."""
    return OTHER_NUMBER.match(text, 0, start) is not None
