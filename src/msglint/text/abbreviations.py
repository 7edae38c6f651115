"""Words whose full stop, or colon, ends nothing: the tables of telling sentences and clauses apart."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEVER_LAST = _words(
    "e.g i.e cf vs viz approx mr mrs ms dr prof st jr messrs inc ltd co corp llc gmbh dept excl incl ext "
    "bzw ca ggf vgl inkl exkl zzgl evtl str mfg sog gem i.d.r "
    "mm mme mlle env av bd tél réf éd "
    "sig sigg dott ing avv spett gent egr "
    "p.ej p.ex p.es ej ex sr sra srta sres d.ª dto dpto ud uds núm tlf"
)
"""Abbreviations that a word always follows (lower case, without the last full stop)."""

BEFORE_NUMBER = _words("no nos nr nrn art fig vol pp num abs kap pos ref item ver tel pag págs min max")
"""Abbreviations only where a number follows; “No.” may also be a sentence."""

MEASURES = _words("in ft yd mi oz lb lbs pt qt gal fl hr hrs min sec wk wks mo mos yr yrs std stk sek")
"""Abbreviations that end nothing between a number and a small letter: “5 in. wide”."""

LAST_INITIALS = _words("i a.m p.m")
"""What looks like initials and may yet end a sentence."""

GERMAN_MONTHS = _words(
    "januar jänner februar märz april mai juni juli august september oktober november dezember "
    "jan feb mär apr jun jul aug sep sept okt nov dez"
)

BEFORE_ORDINAL = _words(
    "am im vom zum zur beim bis ab seit der die das dem den des ein eine einen einem einer jeder jede jedes "
    "jeden ihr ihre ihrem ihren unser unsere unserem unseren mein meine "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag step schritt étape paso passo"
)
"""Words after which a number with a full stop ends nothing: “am 3. Mai”, “der 2. Artikel”, “Step 1. Open”."""

HOST_ENDINGS = _words(
    "com net org cn de co uk fr it es jp eu io me cc us ca shop store top vip js txt pdf html"
)
"""What may follow a full stop inside a name although it begins with a capital: “Amazon.Com”."""

SIGNAL_WORDS = _words(
    "warning caution danger notice achtung warnung vorsicht gefahr attention avertissement "
    "avvertenza attenzione advertencia atención precaución 警告 警示 注意 小心 当心 當心 危险 危險"
)
"""Words whose colon belongs with what follows: “WARNING: not for children”."""
