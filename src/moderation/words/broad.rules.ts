/**
 * The second look, for words that nobody wrote down: it asks whether somebody speaks of themselves and of death, harm or
 * an end in one clause, and takes out what people say without meaning it ("dying for a burger", "dead tired").
 */
const broad =
  /\b(?:kill(?:ed|ing)? my ?self|suicid\w*|sui (?:thoughts|ideation|plan)|kms|unaliv\w*|self ?-?harm\w*|harm(?:ed|ing)? my ?self|burn(?:ed|ing|t)? my ?self|(?:cut|cutting|burned|burnt|burning|slicing|scratching) my (?:arms?|legs?|wrists?|thighs?|skin|self)|die|died|dying|dead|death|lethal|overdos\w*|od(?:ed|ing)?|end(?:ing)? (?:it|everything|things|this life|my \w+)|life (?:can|should|could|must|may) end|not (?:be |being )?(?:alive|living)|stop (?:existing|living|breathing|being alive)|check(?:ing)? out for good|drift off|(?:gun|belt|rope|noose) (?:around|to|in|against) my (?:neck|head|mouth|temple)|around my neck|loaded (?:it|the gun)|on purpose|hang(?:ing)? (?:there|from)|not coming back from|my (?:last )?attempt\b|someone to (?:kill|shoot|end)|(?:the lot|too many|all of them) (?:and|on)|into the (?:river|sea|lake|traffic|wall|barrier|tree)|(?:do|did|doing|done) it (?:last night|tonight|tomorrow|if|when|with)|would do it|how i (?:would|will|could) do it|day i die|goodbye to my|(?:my|a) will is|date (?:picked|set|chosen)|guts to do it|if i had the guts|tonights the night|tonight is the night|not (?:see|seeing|plan on|planning on|be here) (?:see|seeing )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|morning|christmas|next)|choose (?:me )?(?:dying|death))\b/

const meant =
  /\b(?:want|wants|wanna|wanting|wish|ready|plan|planning|thinking|think|thought|thoughts|considering|consider|urge|urges|urgent|actively|keep|picture|imagine|rehears|better|rather|choose|chose|hope|hoping|pray|hand|tried|attempt|again|tonight|purpose|working out|worked out|searched|googled|looked up|how much|dose that|gonna|going to|will|i would|id\b|id (?:have|be)|had the|around my|guts|fighting|good|relief|now|since|nonstop|date|every day|all day|constantly|die, die|louder|sounds|loaded|lot|wake|breathing|phone|table|dont|not)\b/

const idioms =
  /\b(?:dying (?:for|to (?:tell|know|see|hear|try|meet|get|eat|go))|dead (?:tired|on my feet|battery|line|end|weight|set|quiet|tonight|serious|wrong|asleep|calm|sure|inside the group|phone|silence|leaves|plants)|(?:am|is|was|are|were|went|feels?) dead (?:tonight|again)|so am i|the death of me|(?:not |wont )?be here (?:next week|this weekend|on \w+day|for (?:a|the) (?:week|few|while|meeting))|like death|death warmed|death metal|to death|(?:scared|bored|worried|sick|starv\w+) to death|died (?:laughing|of laughter)|a little inside|of (?:embarrassment|boredom|shame|laughter|curiosity|cringe|old age)|(?:phone|battery|laptop|car|plants?|tomato\w*|dog|cat|uncle|aunt|grandma|grandpa|grandmother|grandfather|mother|mom|mum|dad|father|friend|brother|sister|cousin|husband|wife|neighbou?r|boss|hero|hamster|fish|tree) (?:just |has |had |have |is |was )?(?:died|dead|dying|is dead|was dying|killed|overdosed)|(?:thought|felt|feels|feel|feeling|fear|afraid|scared|like|convinced) (?:like )?(?:that )?(?:it was |i was |i am |im |id |i would |i will |of )?(?:going to )?(?:die|dying|death)(?! (?:tonight and|so))|(?:can|could|do|does|did|will) (?:you|u|people|one|anyone|it|this) (?:really |actually )?(?:die|kill)|die from|dies? out|dead heat|die hard|wont kill|nearly died|almost died|could die|would kill for|how (?:do|did|can|should) (?:you|we|people) end|ended? (?:up|my (?:subscription|relationship|contract|shift|day|taper|week|membership|call))|ending my (?:taper|day|week|shift|subscription|marriage|relationship)|end my (?:taper|day|week|shift|subscription|marriage|relationship)|end it with (?:him|her|my)|ended it with|end this (?:taper|habit|addiction)|(?:died|dead|death|overdosed?|suicide) (?:of|on) (?:my|a|his|her|heroin|fentanyl)|not (?:alive|living) (?:with|in|at)|on purpose (?:to|i)|(?:hurt|burned) (?:on|while)|od green|drift off (?:to sleep|at|after|around|by|during|in)|(?:not|never) coming back from (?:work|the shop)|dead to me|dead kratom|(?:kratom|addiction|habit|craving|powder|7oh|it|this stuff) (?:is|was|will be|would|almost|nearly) (?:dead|kill))\b/g

/** The place of a word of death or harm that its writer seems to mean for themselves. */
export function meansDeath(clause: string): { index: number; length: number } | undefined {
  if (!broad.test(clause)) return undefined
  const plain = clause.replace(idioms, (one) => '_'.repeat(one.length))
  const found = broad.exec(plain)
  if (
    !found ||
    !meant.test(plain) ||
    !/\b(?:i|im|ive|id|ill|me|my|myself)\b|^\W*(?:thinking|wanting|considering|took|gonna|so ready|death|dying|sui|burned|cutting|tonight|suicid|feeling|planning)/.test(
      plain,
    )
  )
    return undefined
  return { index: found.index, length: found[0].length }
}

/** Signs that say little alone and much together: two of different kinds in one sentence about oneself. */
const signs: [number, RegExp][] = [
  // Nothing ahead.
  [
    2,
    /\b(?:nothing (?:will|can|is going to|ever) (?:\w+ )?(?:change|changes|help|helps|get better|gets better|work|works|fix|save)|never (?:ends?|going to (?:get|be) (?:better|okay|normal)|get(?:s|ting)? better|be (?:okay|happy|normal|free|enough))|no end (?:to|in)|beyond (?:help|repair|saving|fixing)|lost cause|every door|all roads|nowhere (?:to go|left)|no (?:options|reasons?|fight|strength|hope|way|one) left|out of (?:reasons|options|hope|fight|strength|road)|running out of (?:reasons|hope|fight|strength|time to)|end of (?:me|it for me)|finish me|too late for me|no coming back from|not (?:fixable|going to get better)|(?:is |its |and |all )grey\b|it is all (?:black|dark|for nothing)|for nothing anyway)\b/,
  ],
  // No strength left.
  [
    2,
    /\b(?:too (?:tired|weak|broken|exhausted|far gone) to (?:be|keep|live|fight|go|try|carry|care|exist)|(?:dont|do not|havent) (?:have|got) (?:it|another (?:day|night|week|fight|one)|any (?:fight|strength|more)|the (?:strength|energy) to (?:go|keep|live|be|fight)|anything left)(?: \w+){0,3}(?: in me)?|nothing left in me|no fight left|cant carry|cant keep (?:doing|being|living|pretending|this up)|(?:have|has) (?:broken|beaten|defeated) me|it (?:won|has won|wins)|(?:im|i am) (?:broken|finished|empty|numb|nothing|beaten|gone already)|feel nothing|feel empty|ruined|nothing (?:that )?matters|empty inside|hollow|already (?:dead|gone|a ghost|died)|died inside|dead inside)\b/,
  ],
  // Worth nothing to anybody.
  [
    2,
    /\b(?:taking up (?:room|space)|(?:im|i am|my (?:existence|life|birth) (?:is|was)) (?:just |only )?a (?:mistake|problem|curse|failure|joke|weight|waste|shadow|ghost)|ghost|forget me|find me when|theyd find me|nobody (?:needs|is coming|has called|calls|needs me|wants me|will come|asks|sees me)|no ?one (?:needs|wants|loves|calls|sees|will come|is coming)|(?:wasnt|not|isnt|werent|are not) (?:made|meant|built|cut out) (?:for|to) (?:this (?:life|world)|life|live|get old|grow old|be here|last|be)|people like me|find someone better|dont matter|i hurt everyone|everyone i (?:love|touch)|not worth (?:saving|the (?:air|trouble|effort)))\b/,
  ],
  // Taken leave.
  [
    2,
    /\b(?:they|kids|children|she|he|everyone|everybody|family|wife|husband)(?:ll| will| would|d)? (?:all )?(?:be|will be|would be) (?:ok|okay|fine|alright|all right|better off|better|happier|sad for a (?:while|bit)|there is insurance|life insurance|wait(?:ing)? (?:up )?for me|at peace with it|my (?:last|final) (?:day|night|week|post)|remember me|hope you (?:all )?(?:remember|forgive)|forgive me)\b/,
  ],
  [
    3,
    /\b(?:with me not in|without me in (?:it|the)|wont be needed|saving my seat|saying (?:my )?goodbyes?\b(?! to (?:a|my|the) (?:habit|stash|powder|addiction|coffee))|said my goodbyes|made my peace(?! with (?:my|her|him|the|it))|stopped planning(?! (?:my|the) (?:trip|day))|no plans? (?:past|after|beyond) (?:this|that|next|christmas|the)|gave (?:it|them|everything) all away|sign up for a coma|press (?:it|that|the) ?(?:button)?$|would press it|running out of reasons|not (?:meant|made) to (?:get|grow) old|wasnt made for this (?:life|world)|taking up (?:room|space)|nobody is coming for me|calm about (?:not|dying|leaving)|hope the (?:plane|car|bus) (?:goes|crashes)|wish the (?:surgery|crash|accident|overdose))\b/,
  ],
  // A wish for it to be over.
  [
    2,
    /\b(?:want|need|wish for|long for|crave|just) (?:some )?(?:quiet|silence|nothingness|darkness|oblivion|the end)\b|\b(?:silence|quiet|nothing) after(?:wards)?\b|\bcoma\b|\b(?:press|push) (?:it|that|the button)\b|\bhope (?:the|this|my) (?:plane|car|bus|heart|liver|next)\b|\bwish the (?:surgery|crash|accident|overdose|virus)\b|\brefuse (?:the )?treatment\b|\bcalm about (?:not|dying|leaving|it)\b|\bnot being (?:here|alive|around)\b|\b(?:be|being) (?:gone|nowhere|nothing)\b|\b(?:sleep|rest) (?:for good|for ever|and stay)\b|\bget it over with\b|\bnot (?:have to )?(?:be|exist|feel) any ?more\b|\bturn (?:it|everything|me|my brain) off (?:for good|forever)\b|\ba way out\b/,
  ],
  // Alone with it.
  [
    2,
    /\b(?:scared|afraid|terrified|dont want) to be alone (?:with (?:my|myself)|tonight|right now)\b|\balone with my (?:head|thoughts|mind)\b|\b(?:dont|do not) want help any ?more\b|\bno ?one can help\b|\bstopped (?:eating and talking|answering|caring|hoping)\b|\bwhats left\b|\bwhat is left\b|\bbad place tonight\b/,
  ],
  [
    1,
    /\b(?:any ?more|any longer|forever|for good|for ever|never|nobody|no ?one|nothing|honestly|every (?:night|single|time)|already|tonight|left)\b/,
  ],
  [
    1,
    /\b(?:life|live|living|alive|exist(?:ence|ing)?|born|world|be here|being here|years ahead|get old|grow old|tomorrow|another day|another night|one more night|being a person|asleep)\b/,
  ],
  [
    1,
    /\b(?:i cant|cant|i dont|im too|i feel|im just|im a|hurts?|pain|tired|scared|alone|quiet|wrong|wall)\b/,
  ],
]
const enough = 3
const heavy = new RegExp(signs.flatMap(([points, { source }]) => (points > 1 ? [source] : [])).join('|'))

const light =
  /\b(?:more than my|at (?:two|three|four|five)|peeing|better now|look at me now|but (?:i|my|today|hey|no|the (?:days|evenings|nights|mornings|meetings))|not today|day \d+|proud|glad|thankful|grateful|laugh\w*|meeting|recipe|tips?|job|boss|insurance (?:company|card|covers|claim)|soup|coffee|weekend|interview|kratom|powder|shots?|taper|7 ?oh|dose|craving|sneez\w*|legs)\b/

export function weighs(sentence: string): boolean {
  if (
    !heavy.test(sentence) ||
    light.test(sentence) ||
    !/\b(?:i|im|ive|id|ill|me|my|myself|theyll|whats)\b/.test(sentence)
  )
    return false
  let sum = 0
  for (const [points, sign] of signs) if (sign.test(sentence)) sum += points
  return sum >= enough
}
