import { expect, test } from 'vitest'
import { carryZone } from './carryZone.ts'

test('a guest’s zone travels in every link to a page of ours', () => {
  const html = '<a href="/meetings"></a><a href="/meetings?kind=skills&amp;page=2#list"></a><a href="/"></a>'
  expect(carryZone(html, 'Europe/Berlin')).toBe(
    '<a href="/meetings?zone=Europe%2FBerlin"></a><a href="/meetings?kind=skills&amp;page=2&amp;zone=Europe%2FBerlin#list"></a><a href="/?zone=Europe%2FBerlin"></a>',
  )
})

test('a guest’s zone travels in a form that is sent, too', () => {
  const html = '<form action="/check-in" method="post"></form>'
  expect(carryZone(html, 'Asia/Tokyo')).toBe(
    '<form action="/check-in?zone=Asia%2FTokyo" method="post"></form>',
  )
})

test('a form that asks takes the zone along as a field, unless it has one', () => {
  const html =
    '<form action="/help" method="get"><select name="country"></select></form><form action="/meetings" method="get"><input name="zone"></form>'
  expect(carryZone(html, 'Asia/Tokyo')).toBe(
    '<form action="/help" method="get"><input type="hidden" name="zone" value="Asia/Tokyo"><select name="country"></select></form><form action="/meetings" method="get"><input name="zone"></form>',
  )
})

test('files, other sites, a zone already chosen and the way out stay as they are', () => {
  const html =
    '<link href="/assets/style.css"><a href="https://example.org/"></a><a href="/meetings?zone=UTC"></a><a href="/leave"></a><a href="#main"></a>'
  expect(carryZone(html, 'Europe/Berlin')).toBe(html)
})
