"""Makes queue-tickets-example.csv, a made-up log of 30 working days at three counters.

Run it from the project's folder (Python 3.11 or later; seed 5).
"""
import csv
import datetime as dt
import heapq
import random
rng=random.Random(5)
start=dt.date(2026,8,3); rows=[]; n=0; day=start
week={0:48,1:42,2:40,3:38,4:32}
piece=[(450,480,0.05),(480,510,0.07),(510,540,0.12),(540,570,0.14),(570,600,0.13),(600,630,0.11),(630,660,0.09),(660,690,0.07),(690,720,0.06),(780,810,0.06),(810,840,0.05),(840,870,0.03),(870,900,0.02)]
days=0
while days<30:
    if day.weekday()<5 and day!=dt.date(2026,8,17):
        days+=1
        count=max(5,round(rng.gauss(week[day.weekday()],4)))
        taken=[]
        for _ in range(count):
            a,b,_w=rng.choices(piece,[p[2] for p in piece])[0]
            taken.append(rng.randrange(a*60,b*60))
        taken.sort(); free=[8*3600]*3
        heapq.heapify(free)
        for k,t in enumerate(taken):
            f=heapq.heappop(free); call=max(f,t,8*3600)
            if 12*3600<=call<13*3600: call=13*3600+rng.randrange(60)
            s=int(rng.lognormvariate(2.1,0.5)*60); end=call+s
            gone=rng.random()<0.03 and call-t>600
            stamp=lambda x: f"{day.isoformat()} {x//3600:02d}:{x//60%60:02d}:{x%60:02d}"
            if gone: heapq.heappush(free,f); rows.append([f"A{k+1:03d}",stamp(t),"",""])
            else: heapq.heappush(free,end); rows.append([f"A{k+1:03d}",stamp(t),stamp(call),stamp(end)])
    day+=dt.timedelta(1)
w=csv.writer(open('notebooks-data/queue-tickets-example.csv','w'),lineterminator="\n")
w.writerow(['ticket','taken','called','finished']); w.writerows(rows); print(len(rows))
