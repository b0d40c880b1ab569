import { Choices } from '../../../design/index.ts'
import { useT } from '../messages.ts'

export function StayingChoice() {
  const t = useT()
  return (
    <Choices
      type="radio"
      name="staying"
      label={t('staying.label')}
      value="device"
      options={[
        { value: 'device', label: t('staying.device'), hint: t('staying.device.hint') },
        { value: 'memory', label: t('staying.memory'), hint: t('staying.memory.hint') },
      ]}
    />
  )
}
