import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { handleKey, handleKeys, tidyHandle, whyNoHandle } from './handle.rules.ts'

describe('a handle', () => {
  test.each([
    'wren',
    'Quiet-River',
    'zoë_7',
    'вера',
    'Νίκος',
    '小川-さん',
    'सूरज',
    'שקט',
    'هدوء',
    'badminton',
    'modesto',
    'modern_mia',
    'commodore',
    'helpful-hen',
    'teamwork_tess',
    'hostess',
    'ian',
  ])('may be %s', (handle) => expect(whyNoHandle(handle)).toBeUndefined())

  test.each([
    ['ab', 'too_short'],
    ['a'.repeat(25), 'too_long'],
    ['anna@example.org', 'looks_like_address'],
    ['215-555-0142', 'looks_like_phone'],
    ['w2155550142', 'looks_like_phone'],
    ['anna lee', 'characters'],
    ['wren\u200d', 'characters'],
    ['wr\u202een', 'characters'],
    ['wren\u3164', 'characters'],
    ['w\u0335\u0336\u0337ren', 'characters'],
    ['wr.en', 'characters'],
    ['1234', 'no_letter'],
    ['wrеn', 'mixed_scripts'],
    ['moderator', 'reserved'],
    ['M0derat0r', 'reserved'],
    ['ad-min', 'reserved'],
    ['adrnin', 'reserved'],
    ['AdmÍn', 'reserved'],
    ['newIeaf', 'reserved'],
    ['ꓠꓰꓪꓡꓰꓮꓝ', 'reserved'],
    ['admin-anna', 'reserved'],
    ['newleaf_support', 'reserved'],
    ['support', 'reserved'],
    // Attacks on people's trust that were seen on other sites.
    ['m\u043ederator', 'mixed_scripts'],
    ['\u043c\u043e\u0434\u0435\u0440\u0430\u0442\u043e\u0440', 'reserved'],
    ['mod\u200berator', 'characters'],
    ['mod\u00aderator', 'characters'],
    ['\u2066moderator\u2069', 'characters'],
    ['rotaredom\u202e', 'characters'],
    ['moderator\ufe0f', 'characters'],
    ['mo\u2060derator', 'characters'],
    ['\u{1d426}oderator', 'reserved'],
    ['ⓜⓞⓓⓔⓡⓐⓣⓞⓡ', 'reserved'],
    ['m_o_d_e_r_a_t_o_r', 'reserved'],
    ['moderatoor-team', 'reserved'],
    ['moderat0r-team', 'reserved'],
    ['moderatorr', 'reserved'],
    ['modderator', 'reserved'],
    ['m0d-team', 'reserved'],
    ['team-mod', 'reserved'],
    ['mod_robin', 'reserved'],
    ['official-robin', 'reserved'],
    ['newleaf-official', 'reserved'],
    ['nevvleaf', 'reserved'],
    ['new1eaf_help', 'reserved'],
    ['αdmin', 'mixed_scripts'],
    ['adm\u0131n', 'reserved'],
    ['Αdmin', 'mixed_scripts'],
    ['the-moderators', 'reserved'],
    ['crisis-team', 'reserved'],
    ['dr-support', 'reserved'],
  ])('may not be %s: %s', (handle, reason) => expect(whyNoHandle(handle)).toBe(reason))

  test.each([
    ['Ian', 'lan'],
    ['wren', 'ＷＲＥＮ'],
    ['wren-1', 'wren_l'],
    ['rene', 'René'],
    ['corner', 'comer'],
    ['paco', 'расо'],
    ['Вера', 'вера'],
  ])('%s and %s look the same', (one, other) => expect(handleKey(one)).toBe(handleKey(other)))

  test('in Greek capitals does not pass for a Latin one', () => {
    expect(handleKeys('ΝΙΝΑ')).toContain(handleKey('Nina'))
    expect(handleKeys('ΖΗΝΗ')).toContain(handleKey('ZHNH'))
  })

  test.each([
    ['wren', 'robin'],
    ['anna', 'hanna'],
    ['nova', 'nona'],
  ])('%s and %s do not', (one, other) => expect(handleKey(one)).not.toBe(handleKey(other)))

  test('never breaks the rules, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        whyNoHandle(typed)
        expect(handleKey(tidyHandle(typed))).toBe(handleKey(typed))
      }),
    )
  })
})
