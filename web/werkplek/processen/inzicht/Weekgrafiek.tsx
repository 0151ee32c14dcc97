import { BarChart } from '@mantine/charts'
import '@mantine/core/styles/ColorSwatch.css'
import '@mantine/charts/styles.css'
import type { Inzichtweek } from '#contract/procesinzicht.ts'
import { datum, getal } from '#kit/format.ts'
import css from './Inzicht.module.css'
import { useInzichtTeksten } from './inzichtTeksten.ts'

/** A picture of the table beside it: so it is hidden from screen readers, and takes no focus. */
export function Weekgrafiek({ weken }: { weken: readonly Inzichtweek[] }) {
  const t = useInzichtTeksten()
  return (
    <div className={css['grafiek']} role="img" aria-label={t.grafiek}>
      <div aria-hidden="true">
        <BarChart
          h={220}
          data={weken.map((week) => ({ ...week, week: datum(week.week).slice(0, 5) }))}
          dataKey="week"
          series={[
            { name: 'begonnen', label: t.begonnen, color: 'accent' },
            { name: 'afgerond', label: t.afgerond, color: 'green' },
          ]}
          withLegend
          valueFormatter={getal}
          barChartProps={{ accessibilityLayer: false }}
          barProps={{ isAnimationActive: false }}
        />
      </div>
    </div>
  )
}
