"""A pattern for language tags, and corrections of invalid ones."""

import re

_CODES = (
    "aa|ab|ae|af|ak|am|an|ar|as|av|ay|az|ba|be|bg|bi|bm|bn|bo|br|bs|ca|ce|ch|co|cr|cs|cu|cv|cy|da|de|dv|dz|ee|el|"
    "en|eo|es|et|eu|fa|ff|fi|fj|fo|fr|fy|ga|gd|gl|gn|gu|gv|ha|he|hi|ho|hr|ht|hu|hy|hz|ia|id|ie|ig|ii|ik|io|is|it|"
    "iu|ja|jv|ka|kg|ki|kj|kk|kl|km|kn|ko|kr|ks|ku|kv|kw|ky|la|lb|lg|li|ln|lo|lt|lu|lv|mg|mh|mi|mk|ml|mn|mr|ms|mt|"
    "my|na|nb|nd|ne|ng|nl|nn|no|nr|nv|ny|oc|oj|om|or|os|pa|pi|pl|ps|pt|qu|rm|rn|ro|ru|rw|sa|sc|sd|se|sg|si|sk|sl|"
    "sm|sn|so|sq|sr|ss|st|su|sv|sw|ta|te|tg|th|ti|tk|tl|tn|to|tr|ts|tt|tw|ty|ug|uk|ur|uz|ve|vi|vo|wa|wo|xh|yi|yo|"
    "za|zh|zu"
)
"""The two-letter language codes of ISO 639-1."""
_NAMES = {
    "am": "amharic amh አማርኛ",
    "ar": "arabic ara العربية عربي",
    "bg": "bulgarian bul български",
    "bn": "bengali bangla ben বাংলা",
    "cs": "czech ces cze čeština",
    "cy": "welsh cymraeg cym wel",
    "de": "german deutsch deu ger",
    "el": "greek ell gre ελληνικά",
    "en": "english eng",
    "es": "spanish español spa",
    "fa": "persian farsi fas per فارسی",
    "fr": "french français fra fre",
    "ga": "irish gaeilge gle",
    "gd": "gaelic gàidhlig gla",
    "gu": "gujarati guj ગુજરાતી",
    "gv": "manx gaelg glv",
    "he": "hebrew heb iw עברית",
    "hi": "hindi hin हिन्दी",
    "hu": "hungarian magyar hun",
    "it": "italian italiano ita",
    "ja": "japanese jpn jp 日本語",
    "ko": "korean kor 한국어",
    "ku": "kurdish kurdî kur",
    "kw": "cornish kernewek cor",
    "lt": "lithuanian lietuvių lit",
    "lv": "latvian latviešu lav",
    "ne": "nepali nep नेपाली",
    "nl": "dutch nederlands nld dut",
    "pa": "punjabi panjabi pan ਪੰਜਾਬੀ",
    "pl": "polish polski pol",
    "ps": "pashto pus پښتو",
    "pt": "portuguese português por",
    "ro": "romanian română ron rum",
    "ru": "russian rus русский",
    "sk": "slovak slovenčina slk slo",
    "so": "somali soomaali som",
    "sq": "albanian shqip sqi alb",
    "sw": "swahili kiswahili swa",
    "ta": "tamil tam தமிழ்",
    "te": "telugu tel",
    "ti": "tigrinya tir ትግርኛ",
    "tr": "turkish türkçe tur",
    "uk": "ukrainian ukr українська",
    "ur": "urdu urd اردو",
    "vi": "vietnamese vie tiếng",
    "yi": "yiddish yid ji",
    "yo": "yoruba yorùbá yor",
    "zh": "chinese mandarin chi zho cn 中文",
}
_CODE_OF = {name: code for code, names in _NAMES.items() for name in names.split()}
_LONG = "|".join(sorted(name for name in _CODE_OF if len(name) in (2, 3) and name.isascii()))
TAG = (
    rf"(?!({_LONG})(-|$))({_CODES}|[a-z]{{3}})(-[A-Z][a-z]{{3}})?"
    r"(-(?!UK)[A-Z]{2}|-[0-9]{3})?(-[a-z0-9]{5,8}|-[0-9][a-z0-9]{3})*"
)
"""A pattern for language tags in the usual upper and lower case, with an optional script, region and variants.

If `_NAMES` lists another code for a language, such as `cym` for `cy`, only the two-letter code matches.
"""
_TAG, _WORD = re.compile(TAG), re.compile(r"[^\W_]+")


def suggested_tag(words: str) -> str:
    """Return the language tag that was probably meant, or an empty string.

    `words` can be an invalid tag, such as `en_uk`, or the name of a language, such as `Welsh`.
    """
    language, *others = _WORD.findall(words) or [""]
    language = _CODE_OF.get(language.casefold(), language.lower())
    parts = [part.title() if len(part) == 4 and part.isalpha() else part.upper() for part in others[:2]]
    whole = "-".join((language, *parts)).replace("-UK", "-GB")
    return next(filter(_TAG.fullmatch, (whole, language)), "")
