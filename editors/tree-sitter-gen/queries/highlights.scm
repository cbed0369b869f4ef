; Written by `make editors` from lang/tokens.py: change that.

(prose) @comment.documentation
(note) @comment
(verb) @keyword
(made) @function
(setting) @property
(term) @constant
(joining) @keyword.operator
(word) @variable
(number) @number
(unit) @type
(text) @string
(path) @string.special.path
(colour) @string.special
(version) @string.special.symbol
(operator) @operator
(punctuation) @punctuation.delimiter
(stray) @error
