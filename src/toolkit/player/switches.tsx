import { useT } from './messages.ts'

interface SwitchesProps {
  voice?: boolean
  buzz?: boolean
}

/** What may be added to the words on the screen. Each stays hidden on a device that cannot do it. */
export function Switches({ voice, buzz }: SwitchesProps) {
  const t = useT()
  return (
    <div class="switches">
      {voice && (
        <label hidden>
          <input type="checkbox" name="voice" autocomplete="off" />
          {t('voice')}
        </label>
      )}
      {buzz && (
        <label hidden>
          <input type="checkbox" name="buzz" autocomplete="off" />
          {t('buzz')}
        </label>
      )}
    </div>
  )
}
