"""hardday: training plans that put running and heavy strength into one week.

Hard days hard, easy days easy.
"""
