/**
 * The calendar: working days, holidays, periods, zones and due times as pure functions over data.
 * Signatures (P = provisional flag in the answer):
 *   date.ts          addDays(date,n) addMonths(date,n) weekday(date) 1=Mon…7=Sun  daysBetween(from,to) isLocalDate(text) lastDayOfMonth(year,month)
 *   instant.ts       plusMillis(instant,ms) millisBetween(from,to)
 *   zone.ts          toLocal(zone,instant): Local   toInstant(zone,{date,time}): Instant   localDateOf(zone,instant): LocalDate
 *   lunar.ts         tetDate(year) gioTo(year) lunarToSolar({year,month,day,leap}): LocalDate|null  solarToLunar(date): LunarDate
 *   calendar.ts      checkCalendar(calendar): Fault[]
 *   working-day.ts   dayStatus(calendar,date): DayStatus  isWorkingDay(calendar,date): DayStatus  nextWorkingDay(calendar,date): Shift
 *                    addWorkingDays(calendar,date,k): Shift  roll(calendar,date,rolling): Shift
 *   period.ts        periodContaining(rule,date): Period  periodAfter(rule,period): Period  periodLabel(rule,period): Text
 *   due.ts           deriveDue(question: DueQuestion): Due
 *   rungs.ts         deriveRungs({calendar,dueAt,ladder}): PlacedRung<R>[]
 *   explain.ts       explain(derivation, lang): string
 *   data/            VIETNAM: Calendar   HO_CHI_MINH: Zone
 */
export * from './moment';
export * from './calendar';
export * from './zone';
export * from './working-day';
export * from './period';
export * from './derivation';
export * from './due';
export * from './rungs';
