from __future__ import annotations

import pytest

from msglint.text.language import detect, languages_by_sentence

TEXTS = {
    "en": [
        "Thank you for your order.",
        "Please leave a review",
        "Dear {name}, your order {订单号} has shipped.",
        "Hi {{买家姓名}}, thank you! 订单",
        "We hope you enjoy the 小米 vacuum and would love to hear from you",
        "Leave a 5-star review, get a $20 gift card",
        "WARNING: CHOKING HAZARD--Small parts. Not for children under 3 yrs.",
        "Scan the QR code",
        "How can we help?",
        "Ｐｌｅａｓｅ ｌｅａｖｅ ａ ｒｅｖｉｅｗ",
        "Your package was delivered on 2024-05-01. Let us know if anything is missing.",
        "Free gift inside",
        "Hello",
        "contact us via WeChat 微信 for a refund",
        "I love it",
        "Is everything alright with your purchase?",
        "Tell us what you think",
        "Register your warranty today",
        "Not suitable for children under three",
        "Reply with your order ID",
        "Sorry to hear that the lamp broke",
        "Get 20% off your next purchase",
        "Rate us 5 stars",
        "Amazon will never ask for that",
    ],
    "de": [
        "Vielen Dank fuer Ihre Bestellung",
        "Bitte bewerten Sie uns",
        "Wir hoffen, dass Ihnen das Produkt gefallen hat.",
        "Hallo, wann kommt mein Paket an?",
        "5 Sterne Bewertung = 10 EUR Gutschein",
        "Achtung: Nicht fuer Kinder unter 36 Monaten geeignet",
        "Danke",
        "Ihr Paket ist unterwegs",
        "Kundenservice kontaktieren",
        "Wie war der Kauf?",
        "Kostenlos testen und Geld zurueck erhalten",
        "Ist alles in Ordnung?",
        "Schreiben Sie uns eine E-Mail",
        "Registrieren Sie jetzt Ihre Garantie",
        "Sagen Sie uns Ihre Meinung",
        "Es tut uns leid, dass die Lampe kaputt ist",
        "Sparen Sie 20% beim naechsten Einkauf",
        "Antworten Sie mit Ihrer Bestellnummer",
        "Gib uns 5 Sterne und erhalte einen Gutschein",
    ],
    "fr": [
        "Merci pour votre commande",
        "Laissez un avis et recevez un cadeau",
        "Bonjour, votre colis est arrive",
        "N'hésitez pas à nous contacter",
        "Ne convient pas aux enfants de moins de 36 mois",
        "Où est ma commande ?",
        "Livraison gratuite",
        "Votre satisfaction est notre priorité",
        "Nous vous remboursons 10 € contre un commentaire 5 étoiles",
        "Tout va bien avec votre achat ?",
        "Dites-nous ce que vous en pensez",
        "Enregistrez votre garantie",
        "Économisez 20 % sur le prochain achat",
        "Donnez-nous 5 étoiles",
        "Désolé d'apprendre que la lampe est cassée",
        "Scannez le code pour le mode d'emploi",
    ],
    "it": [
        "Grazie per il suo ordine",
        "Lasci una recensione e riceva un buono",
        "Gentile cliente, il pacco è arrivato",
        "Non esiti a contattarci",
        "Non adatto a bambini di età inferiore a 36 mesi",
        "Dove si trova il mio ordine?",
        "Spedizione gratuita",
        "Siamo felici di aiutarla",
        "Ti rimborsiamo 10 euro per una recensione a 5 stelle",
        "Va tutto bene con l'acquisto?",
        "Ci dica cosa ne pensa",
        "Registri la garanzia",
        "Risparmi il 20% sul prossimo acquisto",
        "Ci dia 5 stelle",
        "Ci dispiace che la lampada sia rotta",
        "Scansioni il codice per il manuale",
    ],
    "es": [
        "Gracias por su pedido",
        "Deje una reseña y reciba un regalo",
        "Estimado cliente, su paquete ha llegado",
        "No dude en contactarnos",
        "No recomendado para niños menores de 3 años",
        "¿Dónde está mi pedido?",
        "Envío gratis",
        "Estamos encantados de ayudarle",
        "Te devolvemos 10 euros por una opinión de 5 estrellas",
        "¿Todo bien con la compra?",
        "Díganos qué le parece",
        "Registre su garantía",
        "Ahorre un 20% en la próxima compra",
        "Denos 5 estrellas",
        "Sentimos que la lámpara esté rota",
        "Escanee el código para ver el manual",
    ],
    "ja": [
        "ご購入ありがとうございます",
        "レビューをお願いします",
        "商品到着後レビュー投稿で返金保証",
        "返金済み",
        "お客様",
        "年中無休で対応",
        "カスタマーサービスにご連絡ください",
        "ﾚﾋﾞｭｰを書いてください",
        "3歳未満のお子様には使用させないでください",
        "Amazonギフト券プレゼント",
        "当店公式LINE登録で次回使用可能割引券贈呈",
        "星5つのレビューをお願いします",
        "不良品は交換いたします",
    ],
    "zh": [
        "感谢您的购买",
        "请给我们五星好评",
        "感謝您的購買，請給五星好評",
        "鲜の味旗舰店欢迎您",
        "亲，加微信 abc123 领红包",
        "Amazon Echo Dot 很好用",
        "联系我们的 WhatsApp 客服领取 Gift Card",
        "优衣库の新品 上架",
        "谢谢惠顾ヽ(✿ﾟ▽ﾟ)ノ",
        "好评返现",
        "购买日本シャンプー的顾客请注意保存说明书并联系我们的客服人员",
        "ASIN B00X 红色",
        "年中无休",
    ],
    None: [
        "",
        "OK",
        "123",
        "Amazon",
        "Спасибо за заказ",
        "Bedankt voor uw bestelling",
        "Obrigado pela sua compra",
        "Tack för din beställning",
        "{{name}}",
        "https://www.example.com/the/review",
        "😊",
        "아마존 리뷰",
        "赞",
        "Dziękujemy za zamówienie",
        "Tak for din ordre",
        "Siparişiniz için teşekkürler",
        "B00X12345",
        "Ik wil mijn geld terug",
        "Não gostei do produto",
        "Jag vill ha pengarna tillbaka",
        "Chcę zwrot pieniędzy",
    ],
}


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in TEXTS.items() for text in texts]
)
def test_detect(language: str | None, text: str) -> None:
    assert detect(text) == language


def test_languages_by_sentence() -> None:
    text = "Thank you for your order. 请给五星好评！Vielen Dank für Ihre Bestellung. OK"
    assert [(text[start:end], language) for start, end, language in languages_by_sentence(text)] == [
        ("Thank you for your order. ", "en"),
        ("请给五星好评！", "zh"),
        ("Vielen Dank für Ihre Bestellung. ", "de"),
        ("OK", None),
    ]


def test_larger_share_counts() -> None:
    chinese, english = "感谢您的购买，请联系客服。", "Thank you, please contact our service for help. "
    assert detect(chinese + english + english) == "en"
    assert detect(chinese + chinese + chinese + english) == "zh"


def test_long_text_without_blanks_takes_linear_time() -> None:
    assert detect("a" * 500_000) is None
