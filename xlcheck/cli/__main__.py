from xlcheck.cli import main

main()
