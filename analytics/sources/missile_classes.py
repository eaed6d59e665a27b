"""Classes of Indian and Pakistani missiles, which their source leaves out, from the missile's name."""

CLASS_BY_MISSILE: dict[str, str] = {
    **dict.fromkeys(("SLV-3", "ASLV", "PSLV", "GSLV Mk-1", "GSLV Mk-2", "GSLV Mk-3"), "SLV"),
    **dict.fromkeys(("Prithvi", "Prithvi-2", "Prithvi-3", "Dhanush", "Agni-1", "Shaurya"), "SRBM"),
    **dict.fromkeys(("Hatf-1", "Hatf-2", "Nasr", "Ghaznavi", "Shaheen-1", "Shaheen-1A"), "SRBM"),
    **dict.fromkeys(("Agni-2", "Ghauri-1", "Ghauri-2", "Shaheen-2", "Shaheen-3", "Ababeel"), "MRBM"),
    **dict.fromkeys(("Agni-3", "Agni-4"), "IRBM"),
    **dict.fromkeys(("K-15", "K-4"), "SLBM"),
    **dict.fromkeys(("Brahmos", "Nirbhay", "Babur", "Babur-1B", "Babur-2", "Babur-3", "Ra'ad", "Harba"), "Cruise"),
    **dict.fromkeys(("AAD", "PDV-Mk II"), "Interceptor"),
    # Published ranges of these straddle a class boundary, or are not known.
    **dict.fromkeys(("Agni-5", "Agni-TD", "Ghauri-3"), "Unknown"),
}
