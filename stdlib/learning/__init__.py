"""Learning: how a training is followed, told of, kept and shown on its way. Changes no bit of what is learnt."""
