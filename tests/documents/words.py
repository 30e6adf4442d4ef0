"""Both languages of the paper."""

from pos_app.wording import Language, Wording

in_english = Wording(Language.EN).text
in_chinese = Wording(Language.ZH_CN).text
