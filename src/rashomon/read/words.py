"""Small word lists behind the reading rules, each with what it decides."""


def word_set(words: str) -> frozenset[str]:
    """The words of a string."""
    return frozenset(words.split())


# A paragraph of some length never ends on one of these: what follows belongs to it.
OPEN_ENDINGS = word_set(
    "a an the and or but of to in on at by with from for as that which who whose their his her its our into than is "
    "are was were has had have be been between against through under over during about"
)

# Second halves of compounds that keep their hyphen when a line ends on it: "Qaeda-linked", "fighter-bombers".
COMPOUND_TAILS = word_set(
    "backed based bomber bombers born called controlled day dominated driven edged era fire fired flung friendly "
    "general going guided held high hour in initiated inspired kilometre kilometer known language led level like lived "
    "line linked long majority making man mile minded minister minute month off old on operated out owned people "
    "planned president profile proof propelled range ranking related ridden running scale secretary sized speaking "
    "sponsored standing star state strong style supported torn trained up war wide wing witness year"
)

# First halves of compounds that keep their hyphen.
COMPOUND_HEADS = word_set(
    "air all anti arms best by car cease co counter cross eye ex far fighter first five four full half hard high "
    "hostage ill large left long low mid military mine multi near neo non north off on one out part peace post power "
    "pre pro quasi rebel right roadside second self semi short small so south state suicide ten third three top tribal "
    "twenty two ultra vice war well west world year"
)

# Words that mark a line of the top matter as the name of an outlet: "The Halvek Gazette", "Radio Ilvesh".
MEDIA = word_set(
    "agency broadcasting bulletin chronicle courier daily dispatch echo express gazette globe guardian herald "
    "independent journal magazine mail media mirror monitor news newspaper newswire observer online post press radio "
    "record reporter review standard star sun telegraph television times today tribune tv voice weekly wire world"
)

# The commonest function words of English: a third of running text, hardly ever over a twentieth of another language.
ENGLISH = word_set(
    "the of and to in that was he for is it with as his on be at by had not are but from have they which you were her "
    "all she there would their we him been has when who will more no if out so said what about after"
)

# The same for languages whose function words are likely to turn up in reports; only to say what it looks like.
OTHERS = {
    "French": word_set("le la les des et est dans que qui une pour sur pas par au aux avec sont ont ce cette"),
    "Spanish": word_set("el la los las de que y en un una por con para del se su al es fue han como más"),
    "Portuguese": word_set("o os as de que e em um uma por com para do da dos das se não foi no na ao"),
    "German": word_set("der die das und ist in den von zu mit sich des auf für nicht ein eine dem im wurde"),
    "Italian": word_set("il lo gli di che e la un una per con del della dei si è sono nel alla non"),
    "Indonesian": word_set("yang dan di dari untuk dengan pada ini itu dalam tidak oleh akan para telah"),
    "Turkish": word_set("ve bir bu için ile da de olarak çok daha olan gibi kadar sonra ise"),
}
