package main

func main() {
unused: // ERROR "label unused declared and not used"
	for {
		break
	}
	goto missing // ERROR "label missing not declared"
outer:
	for {
		for {
			continue outer
		}
	}
again:
	for {
		break again
	}
again: // ERROR "label again already declared"
	for {
		continue nowhere // ERROR "invalid continue label nowhere"
	}
	goto over // ERROR "goto over jumps over variable declaration at line 24"
	x := 1
	_ = x
over:
	goto inside // ERROR "goto inside jumps into block"
	{
	inside:
	}
}
