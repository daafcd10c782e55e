"""The loopbaandossier: what a pupil did, thought, chose and agreed on, kept on the school's own machine.

New here is time: until now a route was judged as it is, and here it is remembered, with who changed it.
"""
