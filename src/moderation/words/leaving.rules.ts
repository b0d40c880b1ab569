/**
 * What somebody took, put by or says as a farewell, in more words than the first rules had. Written for folded text; what is
 * denied, over, or said of others is sorted out elsewhere.
 */
const pills =
  '(?:pills?|tablets?|tabs|meds|medications?|medicines?|sleepers|benzos|xanax|valium|painkillers|antidepressants)'
/** A day as every other: taken as they should be, or given back. */
const asEveryDay =
  '(?! ?(?:today|this morning|tonight)? ?(?:to (?:the|my|a)|back|away|out|as (?:prescribed|told|usual|directed)|on time|like (?:a|i)|with (?:breakfast|dinner|food|me)|off|down the))'

export const leavingPlans = [
  new RegExp(
    `\\b(?:took|taken|swallowed|downed|ate|popped|washed down) (?:\\w+ )?(?:all|every|everything|a handful|handfuls|a fistful|a bunch|loads|the lot|the whole|the entire|a whole|way too many)\\b(?: (?!kratom|capsules|to\\b)\\w+){0,4} (?:${pills}|cabinet|bottle|strip|blister|packet|box)\\b${asEveryDay}`,
  ),
  new RegExp(
    `\\b(?:saved|saving|hoarded|hoarding|stockpil(?:ed|ing)|collected|collecting|put|putting) (?:up |by |aside )?(?:all |enough |enough of )?(?:my |the |these )?${pills}\\b.{0,30}\\b(?:enough|for (?:the|that) (?:day|night)|just in case i|so that i can|up)\\b`,
  ),
  new RegExp(
    `\\b${pills} (?:and|with) (?:\\w+ )?(?:whisk(?:e)?y|vodka|booze|alcohol|wine|rum|gin|bourbon)\\b(?! (?:dont|do not|are|is|never|can))`,
  ),
  /\b(?:burn(?:ed|ing|t)?|scratch(?:ed|ing)?|carv(?:ed?|ing)|slic(?:ed?|ing)) (?:\w+ )?my (?:own )?(?:arms?|wrists?|thighs?|skin|legs?|hands?)\b.{0,40}\b(?:so i (?:can )?feel|to feel|lighter|cigarettes?|on purpose|something else)\b/,
  /\b(?:check(?:ing)? out|leav(?:e|ing)|go(?:ing)?) for good\b(?!.{0,30}\b(?:hotel|job|city|town|country|facebook|forum|site|kratom)\b)/,
  /\b(?:tonight|today|tomorrow) (?:is the (?:night|day) )?i(?: am|m|ll| will)? (?:going to |gonna )?(?:finally )?do it[ ,]*$/,
  /\bi (?:wont|will not|am not going to) be here (?:tomorrow|in the morning|by (?:morning|then)|much longer|any ?more)[ ,]*$/,
  /\b(?:goodbye|farewell) (?:to )?(?:you all|everyone|everybody|all of you|my friends|friends|world)\b(?!.{0,40}\b(?:see you|tomorrow|next|until|for (?:now|today|tonight))\b)/,
  /\b(?:my|the) plan is (?:the|a|my) (?:train|bridge|rope|gun|river|roof|pills|tracks|car)\b(?! (?:to|ride|trip|home))/,
  /\bengine (?:on|running)\b.{0,40}\bgarage\b|\bgarage\b.{0,40}\b(?:engine (?:on|running)|exhaust|car running)\b/,
  /\b(?:want|wish|hope|need|make|beg)\b.{0,16}\bheart (?:to |would |could )?(?:just )?(?:quit|stop)(?: beating)?\b(?! (?:racing|pounding))/,
  /\b(?:knife|razor|blade|gun|rope|noose)\b.{0,30}\b(?:cant stop|cannot stop|keep|kept) (?:thinking|looking|staring|going)\b/,
  /\b(?:wrong|other|far) side of the (?:railing|railings|fence|barrier|rail|bridge rail)\b/,
  /\bmy (?:own )?(?:arms?|wrists?|thighs?|skin) (?:open|until (?:it|they) bled|to pieces)\b/,
  /\b(?:hit|hitting|bang|banged|banging|punch|punched|punching|smash|smashed) my (?:own )?(?:head|face|fists?|hands?) (?:against|on|into) (?:the|a) (?:wall|floor|door)\b.{0,40}\b(?:until|bled|blood|helps|to feel|so i)\b/,
  /\b(?:not|never) (?:planning|going|expecting|meant) to be alive\b|\b(?:dont|do not|cant) (?:want to |wanna )?live in(?:side)? this (?:body|head|skin|world)\b/,
  /\b(?:dont|do not|nobody|no ?one|you cant) (?:try to |can |please )?stop me\b(?!.{0,12}\b(?:from|if|when i)\b)/,
  /\benough to (?:stop (?:my|a|your) heart|kill (?:me|a person|somebody|someone)|end me|finish me)\b/,
  /\bi have (?:a|the|my) plan\b.{0,20}\b(?:means|method|a way)\b|\bi have the means\b/,
  /\bi (?:just |have |ve )?cut (?:too|so|way too) deep\b(?! into)|\b(?:last|final) (?:night|day|hours?|evening|morning) (?:on (?:this )?earth|alive|of my life)\b/,
  /\bhold(?:ing)? the (?:bottle|pills|box|blade|knife|gun|rope)\b.{0,30}\b(?:count|counting|looking|open|thinking)\b/,
  /\bwhy (?:i )?should(?: i)?(?: not|nt) (?:just )?(?:kill my ?self|die|end (?:it|my life)|be dead)\b/,
  /\bif it (?:wasnt|werent|was not|were not) for\b.{0,40}\b(?:killed my ?self|ended (?:it|my life))\b/,
  /\bdose that\b.{0,30}\b(?:for good|forever|and not wake|never wake)\b|\bpills in (?:one|my) hand\b/,
  /\b(?:dont|do not|not) plan(?:ning)? (?:on|to) (?:see|seeing) (?:\w+day|tomorrow|next|the (?:weekend|morning|spring|summer)|christmas)\b/,
  /\b(?:not to|urge to|want to|wanna|going to|gonna|could just) drive (?:my car |myself |the car )?into (?:a|the) (?:river|lake|sea|tree|wall|canal)\b/,
  /\bif (?:i|there) (?:had|owned|was|were) a (?:gun|pistol)\b|\bgood thing (?:i dont|there is no|theres no) (?:own a |have a )?gun\b/,
]

export const leavingWords = [
  /\b(?:no|any|a) (?:version of )?(?:the |my |a )?future\b.{0,16}\b(?:with me|that has me|where i (?:am|exist))\b/,
  /\b(?:dont|do not) (?:think|believe|expect|reckon)(?: that)? (?:ill|i will|im going to|i am going to|im gonna) be (?:around|here|alive|with you) (?:to see|for|by|when|next (?:year|month|summer|christmas)|much|long)(?!.{0,30}\b(?:meeting|zoom|call|session|weekend)\b)/,
  /\b(?:tell me|give me|is there|find|need|know|remember) (?:one |a single |a |any |even one )?(?:reason )?(?:why (?:i should|should i|to)|(?:reason )?to) (?:keep going|keep living|go on|stay alive|live|keep trying|stay here|stick around)\b/,
  /\bhow much longer i can (?:hang on|hold on|hold out|last|stand|bear|be|go|do|keep|fight)\b/,
  /\b(?:sorted|put|got|organi[sz]ed|updated|settled) (?:out )?(?:all )?(?:of )?(?:my |the )?(?:paperwork|affairs|papers|will|accounts|passwords|finances)\b.{0,40}\b(?:eas(?:y|ier) (?:for|on)|for (?:when|after)|in order)\b/,
  /\bi have nothing left[ ,]*$|\bno (?:job|wife|husband|marriage|home|friends|family)\b.{0,40}\bno me\b/,
  /\b(?:theyd|they would|she would|he would|shed|hed|(?:kids|family|wife|husband) would) (?:at least )?(?:get|have|live on) (?:the|my) (?:life )?insurance\b/,
  /\b(?:kids|children|family|wife|husband|they|everyone|everybody|people|friends)(?:d|ll| would| will)? (?:all )?(?:forget (?:about )?me|get over me|move on from me)\b/,
  /\b(?:cant|cannot|couldnt) be bothered (?:to )?be(?:ing)? (?:a person|alive|human|me|here)\b/,
  /\b(?:never|didnt|did not) ask(?:ed)? to be (?:born|here|alive|made)\b/,
  /\ball i (?:ever )?do is (?:ruin|hurt|destroy|disappoint|break|poison)\b|\bi (?:only|just|always) (?:ruin|poison|destroy) (?:lives|people|everyone|everybody)\b/,
  /\blook(?:s|ed|ing)? (?:down )?at the (?:river|bridge|water|tracks|trains?|sea|drop)\b.{0,30}\b(?:peaceful|easy|so (?:quiet|calm|easy)|calls?|calling|think(?:ing)? (?:how|about it)|be quick)\b/,
  /\b(?:nobody|no ?one) (?:is |s )?(?:even )?waiting for me\b|\bnothing (?:left )?(?:here )?for me (?:here )?any ?more\b|\bnothing left here for me\b/,
  /\b(?:think|thinking|thought|imagine|imagining) (?:about |of )?how (?:quiet|peaceful|easy|calm) it would be\b/,
  /\b(?:cant|cannot) (?:picture|imagine|see) (?:next (?:week|month|year|summer)|a future|my future|any future)\b(?! (?:at|in) (?:work|this job))/,
  /\bonly still (?:here|alive|breathing|around) because\b|\bonly alive because\b/,
  /\bmy story (?:is|feels) (?:over|finished|done|told)\b|\brun out of (?:road|reasons)\b|\bend of my story\b/,
  /\b(?:theyd|they would|(?:kids|family|everyone|wife|husband) would|shed|hed) (?:all |soon |just )?(?:get used to it|cry for a|get over it|be sad for a)\b/,
  /\btired of being[ ,]*$|\btired in a way (?:that )?sleep\b/,
  /\b(?:everyone|everybody|they|people|family|kids|wife|husband) (?:is|are|all|has|have)(?: all)? (?:so |been )?(?:tired|sick|done|fed up) (?:of|with) me\b/,
  /\b(?:switch|turn|shut) (?:myself |me |it all |everything )?off and (?:not|never)\b/,
  /\bgive anything for (?:it|this|everything|all of (?:it|this))(?: all)? to (?:be over|end|stop)\b/,
  /\bhopes? (?:that )?my (?:heart|body|liver) (?:just )?(?:stops?|gives? (?:out|up)|quits?|fails?)\b/,
  /\bmy (?:whole )?life (?:is|was|has been) (?:a|one) (?:\w+ )?mistake\b|\bi (?:cant|cannot) be (?:fixed|saved|repaired)\b(?! said)/,
  /\b(?:never|not) meant to (?:last|live|be here|be alive|survive)\b|\bwouldnt fight it if\b/,
  /\b(?:im|i am) beyond (?:help|saving|repair|fixing)\b|\bcalm about (?:not being|dying|leaving|being gone)\b/,
  /\bif i (?:got|get|had) (?:cancer|sick)\b.{0,30}\b(?:refuse|not treat|let it)\b/,
  /\b(?:theyll|they will|(?:kids|family|wife|husband) will) be (?:ok|okay|fine|alright|all right)\b.{0,30}\b(?:insurance|without me|when i(?:m| am)|after i)\b/,
  /\b(?:dont|cant|do not|cannot) see (?:the|any) (?:sense|use|point) in (?:trying|going|living|any)\b|\bevery door (?:is|has been) (?:closed|shut|locked)[ ,]*$/,
  /\b(?:dont|do not) (?:think|believe) (?:anyone|anybody) (?:would|will) (?:come|look|notice|miss me|care)\b/,
  /\bdeserves? (?:better|more) than me\b.{0,30}\b(?:soon|gone|without|wont have to)\b/,
  /\bgave (?:away )?my (?:dog|cat|guitar|car|ring|records?|camera|tools?|books|bike)\b.{0,40}\b(?:(?:doesnt|does not|didnt|dont|wont) (?:know|tell|ask)|wont need|for after|for good)\b/,
]
