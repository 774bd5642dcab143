"""The three invented reports of the sample record: two accounts of one raid, and a third in Arabic."""

HARBOUR = """Fighters storm fuel depot at Tal Oreb, toll disputed
By Zoë Marchetti
PORT SAEL, 14 May 2031

Fighters of the Red Dune Front stormed a fuel depot at Tal Oreb before dawn on Monday, killing at least 14 people, \
hospital staff said. About 60 others were injured.

The Defence Ministry said roughly 40 attackers took part and that up to 32 of them were killed. A police officer in \
the town said over 30 gunmen had come in pickup trucks. Colonel Idris Wane, a ministry spokesman, denied that the \
army shelled the market the next morning.

“We will return in June,” the Front said in a video, demanding the release of six prisoners. Residents fear that \
the truce will collapse.

The Front has received rifles from Kaveth across the Sarn river since 2029, two diplomats said. The raid was in \
retaliation for the arrest of its founder, they said.

In March 2019, 11 soldiers died in an ambush on the Hanwe road.

Smoke above the depot at Tal Oreb on Monday.

Contact the newsroom: desk@harbourpost.example"""

RELIEF = """🕊 Tal Oreb: what residents saw

Nineteen people, including three children, were killed when militants attacked the Tal Oreb fuel depot in the early \
hours of 12 May, residents told Relief Monitor. Dozens were hurt. A cafe\u0301 owner counted 12 bodies at the depot.

On Tuesday morning the army shelled the market of Tal Oreb, killing five traders, according to the town’s council.

The Sarn Guard, an ally of the Red Dune Front until last year, fought against it beside the army on Monday. “The \
Guard chose the wrong side,” said a commander of جبهة الكثبان الحمراء, as the Front calls itself.

Some 400 families fled to Hanwe because of the shelling."""

ARABIC = """هجوم على مستودع للوقود في تل أوريب

قتل 15 شخصا على الأقل في هجوم شنه مسلحون على مستودع الوقود في تل أوريب، حسبما قال سكان. وقالت صحيفة «هاربر بوست» \
إن 14 شخصا على الأقل قتلوا."""
