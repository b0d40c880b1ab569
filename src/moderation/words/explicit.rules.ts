/**
 * Somebody says that they want to die, mean to, tried to, or hurt themselves. Written for folded text (small letters, no
 * apostrophes). Each pattern is one way people say it; what is denied, over, or said of others is sorted out elsewhere.
 */
const myself = 'my ?self'
const act = [
  `kill(?:ing)? ${myself}`,
  '(?:someone|somebody|please|god|just) kill me\\b(?! with)',
  'kms\\b',
  `unaliv(?:e|ing)(?: ${myself})?`,
  `(?:off|offing|end|ending|hang|hanging|shoot|shooting|drown|drowning|poison|poisoning|stab|stabbing|burn|burning|suffocate|starve|starving|electrocute|choke) ${myself}\\b`,
  'end(?:ed|ing)? (?:my (?:own )?(?:life|existence|suffering|story)|it all|everything|things (?:tonight|today|now|here|for good))',
  'tak(?:e|ing) my (?:own )?life',
  'commit(?:ting)? suicide',
  'slit(?:ting)? my (?:wrists?|throat|veins)',
  'cut(?:ting)? my (?:wrists?|throat|arms?|legs?|veins)',
  'blow(?:ing)? my (?:brains?|head)',
  'overdos(?:e|ing) (?:on purpose|myself|tonight|today|and die)',
  'od on purpose',
  '(?:jump|throw(?:ing)? myself|leap)(?:ing)? (?:off|from|in front of|under)(?! (?:\\d|at\\b))',
  '(?:step|stepp?ed|stepping|walk|walked|walking|lie|lying|run|throw) in(?: |to )?front of (?:a|the|that) (?:train|bus|car|truck|lorry|tram)',
]

/** Certain in themselves, whoever seems to be spoken of: they hold "myself" or "my life". */
export const selfEvident = [
  ...act.map((one) => new RegExp(`\\b(?:${one})`)),
  /\b(?:harm|harming|hurt|hurting|cut|cutting) my ?self\b(?! (?:shaving|cooking|on (?:a|the|my)|while|when i was|running|lifting|at (?:the gym|work)|off|some|by accident|slicing|opening|a (?:slice|piece|break)))/,
  /\bno(?: |t )?longer (?:want|wish) to (?:live|be alive|exist|go on|wake up)/,
  /\b(?:dont|do not|didnt|never|not) (?:really |even |actually |just )?(?:want(?:ing)?|wanna|wish|care|need|feel like) (?:to )?(?:be alive|being alive|live(?! (?:with|in|near|alone|at|by|there|on|like|off|under|without|through|a |the |my |so )))(?: (?:any ?more|any longer|on))?/,
  /\b(?:dont|do not|not|never) (?:plan on |planning on |want|wanna|wish|expect) ?(?:to )?(?:seeing |see )?(?:exist|wake up|be (?:on|in) this (?:earth|world|planet|life)|go on living|keep living|continue living|live (?:any ?more|another day|through this))/,
  /\b(?:dont|do not) (?:want|wanna|wish) (?:to )?be (?:here|around) (?:any ?more|any longer)(?! (?:when|at|on the forum))/,
  /\bthoughts? (?:of|about) (?:not existing|dying|ending|killing|being dead|death)\b/,
]

const wish =
  'want(?:ed|s)?|wanna|wish(?:ed|ing)?|need|ready|prefer|rather|hop(?:e|ing)|pray(?:ing)?|beg(?:ging)?|let me|decided|deciding|tempted|trying|tried|plan(?:ned|ning)?|long(?:ing)?|feel like|thinking (?:of|about)|better off|better if i was|better if i were'

/** A wish to be dead: the writer's own unless the sentence speaks of somebody else. */
export const wishes = [
  new RegExp(
    `\\b(?:${wish}) (?:to |i |it |god |please |just |really |be |was |were |have |already |all |simply |so |bad(?:ly)? |fucking |only |now |here ){0,4}(?:die|dead|dying|not exist(?:ing)?|not be (?:alive|here any ?more)|never wake|not wake|death\\b(?! metal))(?! (?:from|of (?:embarrass|laugh|bored|curios)|laugh|inside|tired|on my feet))`,
  ),
  /\b(?:i|1) (?:actually |really |genuinely |honestly |just |kinda |still |so |do )*(?:want|wanna)(?: to)? d(?:i|1)e\b/,
  /\b(?:hope|hoping|pray|praying|wish|wishing|want|wanting|better if|rather)\b.{0,40}\b(?:dont|do not|didnt|not|never|without) (?:ever )?(?:wake|waking)(?: up)?\b/,
  /\b(?:sleep|asleep|drift off|close my eyes|go to bed|take everything|everything in the)\b.{0,40}\b(?:never|not|dont|without) (?:wake|waking)(?: up)?\b/,
  /\bso (?:that )?i (?:dont|never|wont|do not) (?:have to )?wake up/,
  /\bsuicid(?:e|al|ality)\b(?! (?:prevention|awareness|hotline|hot line|line|squad|note in|of (?:my|his|her|a)|watch|helpline))/,
  /\b(?:tried|attempt(?:ed)?) (?:to (?:die|end|overdose|od|kill(?! (?:the|this|that|time|it|a|some))|hang|drown|shoot)|(?:it )?(?:last night|yesterday|today|again|this (?:morning|week)))\b/,
  /\b(?:ways?|how|method|methods|painless|painful|easiest|quickest|fastest|quick|easy)\b.{0,30}\bto (?:die|go|kill myself|end (?:it|things|my)|od|overdose|suffocate|hang|not wake)\b(?! (?:about|to|on|home|down|out|back|there|without|from|slow|through|cold))/,
  /\bhow many\b.{0,50}\bto (?:die|not wake|kill|never wake|overdose|od|stop (?:my|a) heart)/,
  /\b(?:does|will|would) it hurt (?:to|when you|if you|if i) (?:drown|hang|die|bleed|jump|suffocate|shoot)/,
  /\bdeath (?:would|will|is|seems|sounds|looks) (?:\w+ )?(?:be )?(?:\w+ )?(?:a )?(?:relief|better|easier|kinder|peace|good|the (?:only|best))/,
  /\b(?:only|one|best|easiest) (?:way|option|choice|thing|answer|solution|escape)\b.{0,40}\b(?:death|dying|suicide|to die|dead)\b/,
  /\b(?:no|not) (?:fear|longer afraid|longer scared|more fear|afraid|scared) of (?:death|dying)\b.{0,40}\b(?:want|ready|anymore|go)\b/,
  /\bscared of (?:death|dying)\b.{0,20}\bnow i\b/,
  /\bpeace with (?:dying|death|leaving this)/,
  /\bday i (?:am|m)? ?(?:going to|gonna|will) die\b|\b(?:im|i am) (?:going to|gonna) (?:die|be dead|be gone) (?:tonight|tomorrow|today|this week|by my own|and (?:i|it))/,
  /\bi would be (?:happier|better) dead\b|\b(?:id|i would|im|i am) better off dead\b/,
]

/** What somebody has at hand, has done, or says as a farewell. */
export const plans = [
  /\b(?:almost|nearly|about) (?:killed myself|ended my life|jumped off|hanged myself|overdosed on purpose)\b/,
  /\b(?:dont|not|never|wont) (?:\w+ ){0,3}(?:on this (?:planet|earth)|see (?:another|the next) (?:sunrise|day|morning|birthday|christmas|week)|(?:another|one more) day (?:on|in) (?:this )?(?:earth|planet|world))\b/,
  /\b(?:six feet under|in (?:my|a) (?:grave|coffin|casket)|in the ground)\b/,
  /\b(?:started|been|keep|back to|want to start|am) cutting(?: myself)?(?: again|,|$)|\bcutting again\b|\bwrists? (?:are|is) (?:bleeding|cut|open)\b|\bself ?-?harm(?:ing|ed)\b/,
  /\b(?:my |a |another |last |first |second |third |fourth )(?:suicide )?attempt\b(?= (?:failed|did|was|last|at|and|i|$))/,
  /\b(?:courage|guts|nerve|strength) to (?:do it|make it stop|end|finish it|jump|pull|go through with)\b|\bhad the (?:courage|guts) to make it\b/,
  /\b(?:at|on) (?:the )?(?:top|edge) of (?:the|a|this) (?:parking|building|garage|bridge|tower|cliff|roof|stairwell|multi)|\bon the (?:roof|ledge|bridge) (?:and|right now|again|now)\b/,
  /\b(?:bought|have|got|saved up|collected) enough (?:pills |tablets |of (?:them|it) )?to (?:make sure|be sure|end|do it|die|not)\b/,
  /\btake care of my (?:dog|cat|kids?|children|mom|mum|son|daughter)\b.{0,40}\b(?:cant stay|gone|for me|wont be|not be here|after|leaving)\b/,
  /\bwhen (?:they|you|she|he|somebody|someone) finds? (?:me|my body|this)\b|\bfind my body\b/,
  /\b(?:feel like|thinking (?:of|about)|going to|gonna|will|im|i am|be|about) end(?:ing)? it\b(?! (?:with|between|up))|\brather hang\b/,
  /\b(?:razor|gun|knife|rope|noose|pills|meds|blade)\b.{0,30}\b(?:right (?:there|here)|doing it|im ready|so easy)\b/,
  /\bnote(?: is|s are)? (?:already )?(?:written|done|finished|on the table)|\b(?:written|wrote|writing|finished|left) (?:the|my|a) (?:suicide |goodbye |last |final |farewell )note(?: already)?\b|\b(?:written|wrote) the note\b/,
  /\b(?:plan|date|day|way|method)\b.{0,40}\b(?:pills|tablets|gun|rope|bridge|meds|a way to do it)\b(?! (?:with my (?:doctor|pharmacist)|locked))/,
  /\b(?:pills|tablets|meds|bottle|bottles)\b.{0,30}\b(?:counted out|lined up|in front of me|in my hand|laid out|next to me|on the table|ready)\b/,
  /\b(?:took|swallowed|taken|downed|ate|swallowing|taking|take)\b (?:\w+ )?(?:all of (?:them|it|the (?:pills|tablets|meds|medication))|all (?:my|the|these) (?:pills|tablets|meds|medication|medicine)|the (?:whole|entire) (?:bottle|box|pack|thing)|a (?:whole|full) (?:bottle|box|pack)|every(?:thing| pill| tablet) (?:in|i|at)|the rest of the (?:pills|tablets|bottle))(?! (?:of water|of the bottles|to (?:the )?(?:recycling|pharmacy|trash|bin)|back))/,
  /\b(?:the )?rest of the (?:pills|tablets|meds)\b/,
  /\b(?:gun|pistol|rifle|noose|razor|blade)\b.{0,50}\b(?:keep|loaded|in my (?:hand|mouth|lap)|opening|look(?:ing)? at|next to me|ready|on the (?:bed|table))\b|\b(?:keep|look(?:ing)? at|holding|loaded|bought|got|load(?:ing)?|stare|staring at) (?:\w+ ){0,3}(?:gun|noose|razor|blade|pistol|rifle)\b/,
  /\b(?:bought|got|tied|have|tying) (?:a|the|some) (?:rope|noose)\b(?! (?:swing|ladder|bridge|and (?:climbing|a harness)|for (?:climbing|the (?:boat|dog|swing))))/,
  /\b(?:standing|sitting|stood|sat|am|im) (?:here )?(?:on|at|by) (?:the|a) (?:bridge|ledge|roof|edge|cliff)\b(?! with)/,
  /\b(?:im|i am) (?:going to|gonna|about to) jump(?! (?:in|into|on|for|back|rope|at|through|over|to))/,
  /\b(?:drive|driving|drove|steer|steering|swerv(?:e|ing)|crash|crashing) (?:\w+ ){0,3}(?:into|off|in front of) (?:a|the|an|that|some|on ?coming) ?(?:tree|wall|truck|river|pole|bridge|road|cliff|traffic|lorry|barrier|highway)/,
  /\bby the time you (?:read|see) this\b/,
  /\b(?:dont|do not) (?:look|search|come looking|come) for me\b/,
  /\bthis is (?:my )?(?:the )?(?:goodbye|farewell|last (?:post|message|thing|time you)|final (?:post|message))\b/,
  /\bgoodbye\b.{0,60}\b(?:wont be (?:here|around)|not be here|be gone|sorry|cruel world|forever|cant go on)\b/,
  /\btell (?:my |the )?(?:kids?|children|wife|husband|mom|mum|dad|family|son|daughter|parents|brother|sister|everyone|them)\b.{0,30}\b(?:i )?(?:love|loved|sorry)\b/,
  /\b(?:decided|decision|made up my mind)\b.{0,60}\b(?:not going to be (?:here|around)|wont be (?:here|around)|die|dying|to go\b|leave this world|no more)\b/,
  /\b(?:going to|gonna|will|ready to|have everything (?:ready )?to) do it (?:when (?:she|he|they|everyone|nobody|no one)|tonight|now|this (?:time|weekend)|after|before)|\bready to do it\b|\bi think i will do it\b/,
  /\b(?:scared|afraid|terrified|frightened|worried) of what i (?:might|could|may|will|would|am going to) do\b(?! (?:at|with|after|all day|without))/,
  /\b(?:dont|do not|cant|cannot) (?:feel safe (?:with myself|right now|tonight|alone|from myself)|keep myself safe|trust myself (?:tonight|alone|right now|to be alone|with (?:myself|my (?:pills|meds)|the (?:gun|pills))))/,
  /\b(?:im|i am) not safe\b(?! to drive)|\bnot safe (?:with|from|around) myself\b/,
  /\bbleed (?:out|to death)\b|\bbleeding out\b/,
  /\b(?:my life is over|my life to (?:be over|end)|want(?:ed)? it to (?:end|be over)[ ,]+i)\b/,
  /\bplan(?:ning|ned)? my (?:own )?(?:funeral|death)\b/,
  /\bi(?:m|ve)? ?(?:am )?(?:done|cant do this|finished)\b.{0,24}\b(?:im |i am )?ending it\b/,
  /\bcant live like this and i wont\b|\bnot (?:going to|gonna) live (?:like this|any ?more|through)\b/,
  /\bkill yourself\b.{0,60}\b(?:i am|im|agree|voice|head|brain|believe|listen)\b|\b(?:voice|voices|head|brain)\b.{0,50}\bkill (?:yourself|myself|me)\b/,
  /\b(?:lied|lying|pretend|pretended|lie) .{0,40}\bnot suicidal\b/,
]
