/** Conversations among invented people. Hours are hours before the demo is made. */
export interface DemoTopic {
  group: string | null
  /** An open space by its address; without one and without a group it is the one for everything else. */
  space?: string
  kind?: 'question' | 'resource'
  /** What it helped with, for something that helped. */
  helps?: ('restlessness' | 'insomnia' | 'cravings')[]
  by: string
  title: string
  text: string
  hoursAgo: number
  replies: { by: string; text: string; hoursAgo: number }[]
}

export const talk: DemoTopic[] = [
  {
    group: null,
    by: 'keeper',
    title: 'Who is here?',
    text: 'One line from everybody who wants to: what brought you, or only hello.',
    hoursAgo: 24 * 30,
    replies: [
      { by: 'juniper', text: 'Hello. I read here most evenings.', hoursAgo: 24 * 30 - 1 },
      { by: 'okapi', text: 'Shots from the petrol station, three years of them.', hoursAgo: 24 * 30 - 2 },
      { by: 'marigold', text: 'I wanted my mornings back.', hoursAgo: 24 * 29 },
      { by: 'moss-lantern', text: 'Only hello for now.', hoursAgo: 24 * 28 },
      {
        by: 'salt-and-fern',
        text: 'Going down step by step, and I would like company on the way.',
        hoursAgo: 24 * 26,
      },
      { by: 'quiet-kettle', text: 'Stopping next week. I said it, so now it is so.', hoursAgo: 24 * 25 },
      { by: 'keeper', text: 'Good that you are all here.', hoursAgo: 24 * 24 },
    ],
  },
  {
    group: 'First Week Together',
    kind: 'question',
    by: 'tuesday-fox',
    title: 'The legs, nights four and five',
    text: 'They do not hurt. They just will not stop. Does anybody have something that worked even a little?',
    hoursAgo: 30,
    replies: [
      {
        by: 'moss-lantern',
        text: 'A warm bath, then walking the hall in the dark, then lying down with a pillow between the knees. Not a cure. It got me an hour at a time.',
        hoursAgo: 29,
      },
      {
        by: 'okapi',
        text: 'The legs stopped fighting around the fifth night for me. People differ, but it does end.',
        hoursAgo: 27,
      },
      {
        by: 'tuesday-fox',
        text: 'An hour at a time sounds like something I can do. Thank you.',
        hoursAgo: 20,
      },
    ],
  },
  {
    group: null,
    space: 'newcomers',
    kind: 'question',
    by: 'heron-on-ice',
    title: 'Is it normal to feel nothing on day 9?',
    text: 'Not sad, not craving. Just flat, like somebody turned the colour down.',
    hoursAgo: 52,
    replies: [
      {
        by: 'quiet-kettle',
        text: 'I had that from about the second week. It came back in small things first: coffee, then music.',
        hoursAgo: 50,
      },
      {
        by: 'juniper',
        text: 'Many people write about this. The guide has a page on weeks two to six. If it gets heavier instead of lighter, please talk to a doctor too.',
        hoursAgo: 47,
      },
    ],
  },
  {
    group: 'Slow and Steady',
    by: 'salt-and-fern',
    title: 'I went over my step on Saturday',
    text: 'There was a wedding and I took more than I had planned. I held the step again on Sunday. Writing it here instead of hiding it.',
    hoursAgo: 18,
    replies: [
      {
        by: 'quiet-kettle',
        text: 'Over a step is something that happened, not something you are. What made Saturday hard?',
        hoursAgo: 17,
      },
      { by: 'salt-and-fern', text: 'Everybody asking how I was. I had no answer ready.', hoursAgo: 16 },
      {
        by: 'marigold',
        text: 'Mine is “better than last month”. It is always a little bit true.',
        hoursAgo: 12,
      },
    ],
  },
  {
    group: 'Night Writers',
    by: 'okapi',
    title: 'Who is awake? Write one line',
    text: 'One line is enough. What do you see from where you sit?',
    hoursAgo: 9,
    replies: [
      { by: 'quiet-kettle', text: 'A street lamp and the same moth as yesterday, I think.', hoursAgo: 8.5 },
      {
        by: 'paper-boat',
        text: 'The kettle. It is afternoon here and I am already tired, so I came to sit with you.',
        hoursAgo: 7,
      },
      { by: 'okapi', text: 'Sit as long as you like. My window is all rain.', hoursAgo: 6.8 },
    ],
  },
  {
    group: 'Beside Somebody',
    kind: 'question',
    by: 'sisters-lamp',
    title: 'What helped when you were the one in bed?',
    text: 'My brother is on day five. I bring soup and say little. What would you have wanted?',
    hoursAgo: 40,
    replies: [
      {
        by: 'juniper',
        text: 'Soup and little is very good. And once a day, a question that is not about kratom.',
        hoursAgo: 38,
      },
    ],
  },
  {
    group: null,
    space: 'wins',
    by: 'marigold',
    title: 'Two months of mornings',
    text: 'I wanted to say that somewhere in week six I woke up before the alarm and was simply awake. I did not believe those posts either.',
    hoursAgo: 75,
    replies: [
      { by: 'wren', text: 'Reading this on day 2. Saving it.', hoursAgo: 26 },
      { by: 'marigold', text: 'Day 2 was a long one. Write when you want company.', hoursAgo: 25 },
    ],
  },
  {
    group: 'First Week Together',
    by: 'wren',
    title: 'Third night, counting hours',
    text: 'Slept maybe two. I do hours, not days. Hours I can do.',
    hoursAgo: 0.6,
    replies: [],
  },
  {
    group: null,
    space: 'relationships',
    by: 'paper-boat',
    title: 'Stopped yesterday, telling my wife tonight',
    text: 'She does not know how much it was. I have written it down so that I cannot make it smaller while I say it.',
    hoursAgo: 0.4,
    replies: [],
  },
  {
    group: null,
    kind: 'resource',
    helps: ['restlessness', 'insomnia'],
    by: 'heron-on-ice',
    title: 'A pillow between the knees and the dullest radio I could find',
    text: 'Night five. I gave up on lying flat. Pillow between the knees, on my side, and a station that reads the shipping forecast. The legs still moved, but I minded less, and somewhere in it I slept for three hours.',
    hoursAgo: 96,
    replies: [
      { by: 'tuesday-fox', text: 'Trying this tonight.', hoursAgo: 95 },
      { by: 'heron-on-ice', text: 'Tell us how it went.', hoursAgo: 94 },
    ],
  },
  {
    group: null,
    kind: 'resource',
    helps: ['cravings'],
    by: 'quiet-kettle',
    title: 'The other way home',
    text: 'I used to stop at the same shop after work. I take the road along the river now. It is eleven minutes longer, and the craving is over before I am at my door.',
    hoursAgo: 60,
    replies: [
      { by: 'marigold', text: 'Mine was the other door of the supermarket. It works.', hoursAgo: 58 },
    ],
  },
]
