"""What MkDocs, Material and static-i18n leave to be mended: one repair per file."""
