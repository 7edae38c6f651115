"""Frequent words by which languages written in Latin letters are told apart, folded.

Words of trade stand beside the function words, because messages to buyers are short. A word in several lists
weighs less; an apostrophe ends a word. Neighbours that msglint does not speak are here too, lest they be
mistaken for one that it does.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    "en": """
        the and you your yours for are is was were be been have has had will would can could should with
        without this that these those not but if or on at by from our ours we us it its as an of to in do
        does did please thank thanks hello hi dear any all more when what how who which there here their
        they them my me i so about out up get got just only also very after before within because review
        reviews order orders product products purchase refund shipping package item items gift card free
        customer service seller feedback rating stars star happy satisfied enjoy offer discount support
        contact leave write share scan receive buy love help issue problem question questions warranty day
        days warning children keep away small parts hazard years we' i' you' it' don' can' isn' that' let'
        re ll ve where why like liked loved new next see use using inside user manual guide code need
        needs want reply email well good great best time than then some every each delivered arrived
        missing broken replacement return work works working top quality
    """,
    "de": """
        der die das und oder ist sind war wir sie ihr ihre ihren ihrem ihrer ihnen uns unser unsere
        unseren unserem ein eine einen einem einer nicht mit von zu zum zur auf für im in am an als auch
        aber wenn bei nach vor über aus dem den des es ich du er mich mir dich dir haben hat hatte werden
        wird wurde kann können möchten möchte bitte danke vielen dank hallo liebe lieber sehr geehrte
        geehrter kein keine keinen noch nur so dass weil durch ohne bis innerhalb gerne gern falls sich
        wie was wo diese dieser dieses diesen alle mehr bewertung bewertungen bestellung bestellt produkt
        artikel kauf gekauft lieferung paket gutschein geschenk kostenlos kunde kunden kundenservice
        verkäufer sterne zufrieden frage fragen problem rückgabe erstattung garantie tage euro achtung
        kinder unter jahren kleinteile geeignet erhalten schreiben kontaktieren heute freunde grüße
        herzliche ihres seinen seine sein wäre würde würden hätten könnten müssen muss soll sollten schon
        immer wieder hier dann denn damit dafür darüber dazu beim vom ins ans gegen seit zwischen
        vielleicht einfach schnell gut besten beste neue neuen sofort jetzt anleitung rabatt rabattcode
        gratis wert rückmeldung feedback antworten antwort hilfe helfen anbieter händler fuer ueber
        koennen moechten unterwegs monaten monate bewerten testen gefallen gefällt
    """,
    "fr": """
        le la les un une des du de et ou est sont était être nous vous votre vos notre nos je tu il elle
        ils elles on ce cette ces cet que qui quoi dont où ne pas plus pour par avec sans sur sous dans en
        au aux mais si comme très bien merci bonjour cordialement madame monsieur cher chère veuillez svp
        plaît avez avons ont avoir été sera serait pouvez peut faire fait tout tous toute toutes aussi
        chez après avant afin avis commande commandes produit produits achat livraison colis cadeau
        gratuit client clients vendeur étoiles satisfait satisfaite remboursement garantie jours question
        problème bon carte laisser contacter attention enfants ans convient petits éléments heureux l' d'
        n' qu' c' j' s' m' t' jusqu' lorsqu' puisqu' ma mon mes ton ta tes son sa ses leur leurs déjà
        encore toujours ici alors donc car ni peu beaucoup moins entre vers pendant depuis suivi reçu
        recevez recevoir laissez envoyez contactez contre commentaire service mois enfant jouet jouets
        satisfaction hésitez
    """,
    "it": """
        il lo la i gli le un uno una di del dello della dei degli delle da dal dalla in nel nella nei con
        su sul sulla per tra fra e ed o è sono era essere siamo hai ha abbiamo avete hanno ho non che chi
        cui come quando se ma anche più molto bene grazie buongiorno salve ciao gentile cordiali saluti
        prego favore questo questa questi queste suo sua tuo tua vostro vostra nostro nostra noi voi lei
        lui ci vi si mi ti ne al alla allo ai agli alle senza dopo prima entro tutto tutti ogni recensione
        recensioni ordine prodotto prodotti acquisto spedizione pacco regalo gratis cliente clienti
        venditore stelle soddisfatto soddisfatta rimborso garanzia giorni domanda problema buono carta
        lasciare contattare attenzione bambini anni adatto piccole parti contattateci contattaci l' d' c'
        un' dell' all' nell' dall' sull' quest' mio mia miei tue suoi sue vostri nostri loro ancora già
        sempre qui allora quindi poi perché dove cosa siete sarà potete può possiamo vuole vuoi lasci
        lascia ricevere ricevi riceva contatti esiti esitate felici aiutare aiuto servizio mesi euro
        inferiore età giocattolo sconto garantito arrivato
    """,
    "es": """
        el la los las un una unos unas de del al y e o u es son era ser estar está están somos ha han
        hemos he tiene tienen no que quien como cuando si pero también más muy bien gracias hola estimado
        estimada saludos por para con sin sobre en entre hasta desde su sus tu tus nuestro nuestra
        nuestros usted ustedes nosotros yo él ella ellos me te se lo le les nos este esta estos estas eso
        todo todos cada después antes porque favor puede pueden cualquier ya reseña reseñas pedido pedidos
        producto productos compra envío paquete regalo gratis cliente clientes vendedor estrellas
        satisfecho satisfecha reembolso garantía días pregunta problema vale tarjeta dejar escribir
        contactar atención advertencia niños años piezas pequeñas opinión duda dudas contacto mi mis esté
        sea fue será sido hay dónde qué cómo cuándo cuál aquí allí entonces pues todavía siempre nunca
        menos mucho muchas muchos otra otro dude dudes contáctenos contáctanos contactarnos estamos
        encantados ayudarle ayudar ayuda servicio meses euros menores juguete descuento garantizado reciba
        recibir deja deje escríbenos llegado envíe
    """,
    "nl": """
        de het een en van ik je u wij jullie zijn niet met voor op aan als ook maar bij naar uit dit deze
        wordt heeft hebben kunt onze uw bedankt alstublieft bestelling beoordeling klantenservice geen nog
        om te dat wat hoe graag binnen dagen levering verkoper cadeau gratis mijn jouw hun zij hij die der
        bent was heb had zal zou kan mag moet worden geven krijg krijgt vragen contact hallo beste
        vriendelijke groet terug geld
    """,
    "pt": """
        o a os as um uma do da dos das no na nos nas em e é são não que com para por seu sua seus você
        vocês nosso nossa obrigado obrigada olá mais muito se ou mas também pedido produto compra
        avaliação entrega loja presente grátis cliente dias está foi ao pelo pela isso meu minha pelos
        esta este aqui onde como quando porque sem até ser tem temos estamos pode clientes estrelas
        reembolso
    """,
    "sv": """
        och att det som en ett är på för med av den inte har om vi du ni din ditt er vår vårt tack hej
        från till kan beställning produkt köp gärna eller här var så men dig oss recension
    """,
    "da": """
        og at det som en et er på for med af den ikke har om vi du i din dit jer vores tak hej fra til kan
        ordre produkt køb gerne eller her var så men dig os anmeldelse
    """,
    "pl": """
        i w na z do nie się to jest że za o jak po dla od przez ale czy prosimy dziękujemy dzień dobry
        państwa zamówienie produkt zakup opinię twoje twój nasz nasze są
    """,
    "tr": """
        ve bir bu için ile da de çok ama gibi daha siz sizin bizim teşekkürler merhaba sipariş ürün lütfen
        değil ne olarak var yok kadar
    """,
}

SPOKEN = ("en", "de", "fr", "it", "es")

ONLY_JAPANESE = frozenset("様込録気対応変価続払売広営読図労験権検収団円働枠駅姫拝払戻")
"""Characters of Japanese that neither simplified nor traditional Chinese uses."""
