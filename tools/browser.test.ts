import { expect, test } from 'vitest'
import { installedPlaces } from './browser.ts'

test('on Linux the folders of PATH are searched, Chromium before Chrome', () => {
  const places = installedPlaces({
    platform: 'linux',
    env: { PATH: '/opt/bin:/usr/bin' },
    home: '/home/wren',
  })
  expect(places[0]).toBe('/opt/bin/chromium')
  expect(places.indexOf('/usr/bin/chromium')).toBeLessThan(places.indexOf('/opt/bin/google-chrome'))
  expect(new Set(places).size).toBe(places.length)
})

test('on a Mac the applications of everybody and of this person are searched', () => {
  const places = installedPlaces({ platform: 'darwin', env: {}, home: '/Users/wren' })
  expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  expect(places).toContain('/Users/wren/Applications/Chromium.app/Contents/MacOS/Chromium')
})

test('on Windows the program folders are searched, and only those that exist', () => {
  const env = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\wren\\AppData\\Local' }
  const places = installedPlaces({ platform: 'win32', env, home: 'C:\\Users\\wren' })
  expect(places).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')
  expect(places).toContain('C:\\Users\\wren\\AppData\\Local\\Chromium\\Application\\chrome.exe')
  expect(places.some((place) => place.includes('undefined'))).toBe(false)
})
